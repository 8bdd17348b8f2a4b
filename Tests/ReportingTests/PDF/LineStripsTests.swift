import Testing

@testable import Reporting

@Suite struct LineStripsTests {
  @Test(arguments: [1, 2, 5])
  func keepsShortTextsWhole(count: Int) {
    #expect(LineStrips.parts(of: count) == [0..<count])
  }

  @Test func leavesNoLineAlone() {
    #expect(LineStrips.parts(of: 6) == [0..<2, 2..<3, 3..<4, 4..<6])
  }

  @Test func losesNoLine() {
    for count in 1...50 {
      #expect(LineStrips.parts(of: count).flatMap(Array.init) == Array(0..<count))
    }
  }

  @Test func goesOnOverPages() throws {
    let text = PageText(
      String(repeating: "x", count: 20_000), .body, width: Paper.textWidth,
      limit: PageText.longestText)
    let measure = EvenMeasure()
    var stack = PageStack()
    stack.add(
      LineStrips(measure: measure).strips(of: text, .text, role: .paragraph, before: 5),
      staysTogether: true)
    #expect(stack.pages.count > 1)
    let lines = stack.pages.flatMap(\.groups).flatMap(\.marks).flatMap { mark -> [Int] in
      if case .text(_, let lines, _, _) = mark.kind { Array(lines) } else { [] }
    }
    #expect(lines == Array(0..<measure.lines(of: text).count))
  }
}
