import Testing

@testable import Station

@Suite("Size of a crop")
struct PictureSizeTests {
  @Test func theHeaderTellsIt() {
    #expect(PictureSize(png: MadeHaul.png).map { [$0.width, $0.height] } == [320, 50])
  }

  @Test func whatIsNoPictureHasNone() {
    #expect(PictureSize(png: []) == nil)
    #expect(PictureSize(png: Array(MadeHaul.png.prefix(23))) == nil)
    var empty = MadeHaul.png
    empty[18] = 0
    empty[19] = 0
    #expect(PictureSize(png: empty) == nil)
    var huge = MadeHaul.png
    huge[16] = 0x7F
    #expect(PictureSize(png: huge) == nil)
  }
}
