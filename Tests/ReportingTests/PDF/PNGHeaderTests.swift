import Testing

@testable import Reporting

@Suite struct PNGHeaderTests {
  @Test func tellsThePicturesSize() throws {
    let header = try #require(PNGHeader(try SampleDocument.png(width: 31, height: 7)))
    #expect(header.width == 31)
    #expect(header.height == 7)
  }

  @Test func takesNothingElse() throws {
    let png = try SampleDocument.png()
    #expect(PNGHeader([]) == nil)
    #expect(PNGHeader(Array(png.prefix(20))) == nil)
    #expect(PNGHeader(Array("GIF89a".utf8) + png) == nil)
  }

  @Test(arguments: [(0, 1), (1, 0), (20_001, 1), (4_000, 4_000), (-1, 5)])
  func takesNoPictureBeyondTheLimits(width: Int32, height: Int32) throws {
    var png = try SampleDocument.png()
    for (place, number) in [(16, width), (20, height)] {
      for byte in 0..<4 { png[place + byte] = UInt8(truncatingIfNeeded: number >> (24 - 8 * byte)) }
    }
    #expect(PNGHeader(png) == nil)
  }
}
