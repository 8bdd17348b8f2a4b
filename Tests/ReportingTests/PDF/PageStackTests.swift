import Testing

@testable import Reporting

@Suite struct PageStackTests {
  /// A page's height, less what rounding could take.
  private let room = Paper.textHeight - 0.01

  private func strip(
    _ height: Double, keeps: Bool = false, section: Int? = nil, head: Double = 0
  ) -> Strip {
    let box = PageBox(x: 0, y: 0, width: 10, height: height)
    let mark = PageMark(kind: .fill(.text), box: box)
    return Strip(
      role: .paragraph, height: height, keepsWithNext: keeps, section: section, marks: [mark],
      head: head > 0 ? [PageMark(kind: .fill(.head), box: box)] : [], headHeight: head)
  }

  private func groups(_ stack: PageStack) -> [Int] { stack.pages.map(\.groups.count) }

  @Test func beginsAPageWhenAStripHasNoRoom() {
    var stack = PageStack()
    stack.add(Array(repeating: strip(room / 2), count: 3), staysTogether: false)
    #expect(groups(stack) == [2, 1])
  }

  @Test func neverLeavesAHeadingAtTheFoot() {
    var stack = PageStack()
    stack.add(
      [strip(Paper.textHeight - 30), strip(20, keeps: true, section: 3), strip(20)],
      staysTogether: false)
    #expect(groups(stack) == [1, 2])
    #expect(stack.pages.map { $0.destinations.map(\.section) } == [[], [3]])
  }

  @Test func keepsTogetherWhatFitsOnAPage() {
    var stack = PageStack()
    stack.add([strip(room / 2)], staysTogether: false)
    stack.add(Array(repeating: strip(room / 5), count: 4), staysTogether: true)
    #expect(groups(stack) == [1, 4])
  }

  @Test func partsWhatFitsOnNoPageWithoutWastingOne() {
    var stack = PageStack()
    stack.add([strip(room / 2)], staysTogether: false)
    stack.add(Array(repeating: strip(room / 4), count: 5), staysTogether: true)
    #expect(groups(stack) == [3, 3])
  }

  @Test func partsEvenWhatBelongsTogetherWhenItIsTallerThanAPage() {
    var stack = PageStack()
    stack.add(
      Array(repeating: strip(room / 2, keeps: true), count: 5), staysTogether: true)
    #expect(groups(stack) == [2, 2, 1])
  }

  @Test func repeatsATablesHeadOnEachPage() {
    var stack = PageStack()
    stack.add(
      [strip(20, keeps: true)]
        + Array(repeating: strip(room / 3, head: 20), count: 5), staysTogether: false)
    #expect(groups(stack) == [3, 3, 2])
    for page in stack.pages.dropFirst() {
      #expect(page.groups.first?.marks.first?.kind == .fill(.head))
    }
  }

  @Test func putsNothingBelowThePagesEdge() {
    var stack = PageStack()
    for height in stride(from: 3.0, to: 400, by: 7) {
      stack.add([strip(height, keeps: height < 20, head: 12)], staysTogether: height > 300)
    }
    for mark in stack.pages.flatMap(\.groups).flatMap(\.marks) where mark.kind != .fill(.head) {
      #expect(mark.box.y + mark.box.height <= Paper.bottom + 0.001)
    }
  }

  @Test func beginsNoPageTwice() {
    var stack = PageStack()
    stack.beginPage()
    stack.beginPage()
    #expect(stack.pages.count == 1)
  }

  @Test func beginsWhatFitsOnNoPageOnANewOneWhereLittleIsLeft() {
    var stack = PageStack()
    stack.add([strip(room * 0.6)], staysTogether: false)
    stack.add(Array(repeating: strip(room / 4), count: 5), staysTogether: true)
    #expect(groups(stack) == [1, 4, 1])
  }
}
