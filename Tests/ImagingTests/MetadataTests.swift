import Imaging
import TestSupport
import Testing

@Suite("Camera values are kept, made harmless")
struct MetadataTests {
  private let picture = DrawnImage.cornerMarked(width: 64, height: 64)
  private let exif = ExifBlock(
    orientation: 1, make: "ACME", model: "Phone 7", time: "2026:11:21 10:20:30",
    timeOffset: "+01:00")

  private func check(_ bytes: [UInt8]) throws {
    let header = try ImageDecoder().header(of: bytes)
    #expect(header.cameraMake == "ACME")
    #expect(header.cameraModel == "Phone 7")
    #expect(header.cameraTime == "2026-11-21T10:20:30+01:00")
  }

  @Test("from JPEG, PNG, WebP and HEIC")
  func everyFormat() throws {
    try check(EncodedJPEG.bytes(of: picture, exif: exif))
    var png = PNGFile.gray(picture)
    png.sideChunks = [("eXIf", exif.bytes())]
    try check(png.bytes)
    try check(EncodedWebP.bytes(of: picture, exif: exif))
    try check(EncodedHEIC.bytes(of: picture, exif: exif))
  }

  @Test("from a TIFF's own directory")
  func tiff() throws {
    var file = TIFFFile()
    file.addPage(
      width: 1, height: 1, bits: [8], photometric: 1, data: [7],
      fields: [.ascii(0x010F, Array("ACME".utf8)), .ascii(0x0110, Array("Scan 2".utf8))])
    let header = try ImageDecoder().header(of: file.bytes)
    #expect(header.cameraMake == "ACME" && header.cameraModel == "Scan 2")
    #expect(header.cameraTime == nil)
  }

  private func header(_ exif: ExifBlock) throws -> ImageHeader {
    try ImageDecoder().header(of: EncodedJPEG.bytes(of: picture, exif: exif))
  }

  @Test("both byte orders read alike")
  func byteOrders() throws {
    for littleEndian in [true, false] {
      var png = PNGFile.gray(picture)
      png.sideChunks = [("eXIf", exif.bytes(littleEndian: littleEndian))]
      try check(png.bytes)
    }
  }

  @Test("control characters, escapes and foreign bytes become spaces, long names are cut")
  func sanitised() throws {
    let steering = try header(ExifBlock(make: "AC\u{1B}[31mME\r\n", model: "  \t "))
    #expect(steering.cameraMake == "AC [31mME")
    #expect(steering.cameraModel == nil)
    var raw = ExifBlock()
    raw.make = [0x41, 0xFF, 0xC3, 0x28, 0x42]
    raw.model = [UInt8](repeating: 0x58, count: 200)
    let cut = try header(raw)
    #expect(cut.cameraMake == "A (B")
    #expect(cut.cameraModel?.count == 64)
  }

  @Test(
    "times that are blank or impossible are left out",
    arguments: [
      "0000:00:00 00:00:00", "    :  :     :  :  ", "2026:13:01 00:00:00", "2026:01:32 00:00:00",
      "2026:01:01 24:00:00", "2026-01-01 10:00:00", "2026:01:01", "",
    ])
  func impossibleTimes(time: String) throws {
    #expect(try header(ExifBlock(time: time)).cameraTime == nil)
  }

  @Test("a time without a sound offset stands alone", arguments: [nil, "", "Z", "+1:00", "+01-00"])
  func withoutOffset(offset: String?) throws {
    let exif = ExifBlock(time: "2026:02:03 04:05:06", timeOffset: offset)
    #expect(try header(exif).cameraTime == "2026-02-03T04:05:06")
  }

  @Test("pictures without camera values have none")
  func none() throws {
    let header = try ImageDecoder().header(of: EncodedJPEG.bytes(of: picture))
    #expect(header == ImageHeader(format: .jpeg, width: 64, height: 64))
  }
}
