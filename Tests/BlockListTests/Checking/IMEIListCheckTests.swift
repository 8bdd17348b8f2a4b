import IMEI
import Testing

@testable import BlockList

@Suite("Checking a list")
struct IMEIListCheckTests {
  @Test("Results come in file order, each with its own answer", arguments: [1, 3, 16_384])
  func order(batch: Int) throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    try store.importText((0..<300).map { Sample.imei($0 * 2) }.joined(separator: "\n"))
    let asked = (0..<600).map { $0 % 50 == 7 ? "nonsense 1" : Sample.imei(599 - $0) }
    var results: [CheckedInput] = []
    let tally = try IMEIListCheck(store: store, batchSize: batch)
      .run(.bytes(Array(asked.joined(separator: "\n").utf8), name: "-")) { results.append($0) }
    #expect(results.map(\.input.text) == asked)
    for (index, result) in results.enumerated() {
      if index % 50 == 7 {
        #expect(result.answer.state == .notChecked)
        #expect(result.answer.notCheckedBecause != .noListLoaded)
      } else {
        #expect(result.answer.state == ((599 - index) % 2 == 0 ? .flagged : .notFlagged))
      }
    }
    #expect(tally.refused == 12)
    #expect(tally.flagged + tally.notFlagged == 588)
    #expect(tally.flagged == results.count { $0.answer.state == .flagged })
  }

  @Test("Without a store every IMEI is not checked")
  func noStore() throws {
    let tally = try IMEIListCheck(store: nil).run(
      .bytes(Array("x1\n\(Sample.imei(1))".utf8), name: "-")
    ) {
      #expect($0.answer.state == .notChecked)
    }
    #expect(tally.notChecked == 1)
    #expect(tally.refused == 1)
  }
}
