import Synchronization
import Testing

@testable import Reporting

@Suite struct PictureShelfTests {
  @Test func fetchesAPictureOnce() throws {
    let counter = Counter()
    let png = try SampleDocument.png()
    let shelf = PictureShelf(
      ReportImages(crop: { _, _ in
        counter.add()
        return png
      }))
    let source = ReportPicture.Source.crop(photo: "a", position: 0)
    #expect(try shelf.pixels(of: source)?.width == 300)
    #expect(try shelf.bytes(of: source) == png)
    #expect(counter.value == 1)
  }

  @Test func tellsNoPictureFromOneThatCannotBeShown() throws {
    let shelf = PictureShelf(
      ReportImages(crop: { _, position in position == 0 ? nil : [1, 2, 3] }))
    #expect(try !shelf.holds(.crop(photo: "a", position: 0)))
    #expect(try shelf.holds(.crop(photo: "a", position: 1)))
    #expect(try shelf.pixels(of: .crop(photo: "a", position: 1)) == nil)
    #expect(try shelf.bytes(of: .crop(photo: "a", position: 1)) == nil)
  }
}

/// Counts calls.
private final class Counter: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }
  func add() { count.withLock { $0 += 1 } }
}
