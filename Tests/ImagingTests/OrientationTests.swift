import Imaging
import TestSupport
import Testing

@Suite("Orientation is applied exactly once")
struct OrientationTests {
  private let stored = DrawnImage.cornerMarked()

  /// Whether two pictures show the same, whatever small losses a coder brought.
  private func look(_ a: GrayImage, like b: GrayImage, within tolerance: Int = 24) -> Bool {
    guard a.width == b.width, a.height == b.height else { return false }
    // Block edges ring, so pixels are compared away from the marks' borders.
    return stride(from: 3, to: a.height, by: 8).allSatisfy { y in
      stride(from: 3, to: a.width, by: 8).allSatisfy { x in
        abs(Int(a[x, y]) - Int(b[x, y])) <= tolerance
      }
    }
  }

  private func check(_ bytes: [UInt8], orientation: Int) throws {
    let expected = stored.oriented(orientation)
    let header = try ImageDecoder().header(of: bytes)
    #expect(header.orientation == orientation)
    #expect(header.width == stored.width && header.height == stored.height)
    #expect(header.uprightWidth == expected.width && header.uprightHeight == expected.height)
    let decoded = try ImageDecoder().decode(bytes)
    #expect(look(decoded, like: expected))
    // The test can tell a missing or double turn from the right one.
    if orientation != 1 { #expect(!look(decoded, like: stored)) }
    let small = try ImageDecoder().decode(bytes, page: 0, reducedBy: 2)
    #expect(small.width == expected.width / 2 && small.height == expected.height / 2)
  }

  @Test("JPEG", arguments: 1...8)
  func jpeg(orientation: Int) throws {
    let exif = ExifBlock(orientation: orientation)
    try check(EncodedJPEG.bytes(of: stored, exif: exif), orientation: orientation)
  }

  @Test("PNG with an eXIf chunk", arguments: 1...8)
  func png(orientation: Int) throws {
    var file = PNGFile.gray(stored)
    file.sideChunks = [("eXIf", ExifBlock(orientation: orientation).bytes(littleEndian: true))]
    try check(file.bytes, orientation: orientation)
  }

  @Test("TIFF, grey and RGB", arguments: 1...8)
  func tiff(orientation: Int) throws {
    for littleEndian in [true, false] {
      var gray = TIFFFile(littleEndian: littleEndian)
      gray.addPage(
        width: stored.width, height: stored.height, bits: [8], photometric: 1, data: stored.pixels,
        fields: [.short(0x0112, [orientation])])
      try check(gray.bytes, orientation: orientation)
      var colour = TIFFFile(littleEndian: littleEndian)
      colour.addPage(
        width: stored.width, height: stored.height, bits: [8, 8, 8], photometric: 2,
        data: stored.pixels.flatMap { [$0, $0, $0] }, fields: [.short(0x0112, [orientation])])
      try check(colour.bytes, orientation: orientation)
    }
  }

  @Test("WebP with an EXIF chunk", arguments: 1...8)
  func webp(orientation: Int) throws {
    let exif = ExifBlock(orientation: orientation)
    try check(EncodedWebP.bytes(of: stored, exif: exif), orientation: orientation)
  }

  @Test(
    "HEIC by its own rotation, beside an EXIF orientation that must not count", arguments: 1...8)
  func heic(orientation: Int) throws {
    let exif = ExifBlock(orientation: 6)
    // A multiple of 64 both ways needs no cropping box, as in camera files.
    for (width, height) in [(64, 64), (96, 64), (48, 32), (54, 38)] {
      let stored = DrawnImage.cornerMarked(width: width, height: height)
      let bytes = EncodedHEIC.bytes(of: stored, orientation: orientation, exif: exif)
      let header = try ImageDecoder().header(of: bytes)
      #expect(header.orientation == orientation)
      let decoded = try ImageDecoder().decode(bytes)
      #expect(look(decoded, like: stored.oriented(orientation)))
      #expect(header.uprightWidth == decoded.width, "\(width)x\(height) \(header)")
      #expect(header.uprightHeight == decoded.height)
    }
  }

  @Test("orientations outside 1...8 count as upright", arguments: [0, 9, 65_535])
  func nonsense(orientation: Int) throws {
    let bytes = EncodedJPEG.bytes(of: stored, exif: ExifBlock(orientation: orientation))
    #expect(try ImageDecoder().header(of: bytes).orientation == 1)
    var tiff = TIFFFile()
    tiff.addPage(
      width: stored.width, height: stored.height, bits: [8], photometric: 1, data: stored.pixels,
      fields: [.short(0x0112, [orientation])])
    #expect(try ImageDecoder().decode(tiff.bytes) == stored)
  }

  @Test("each TIFF page has its own orientation")
  func pages() throws {
    var tiff = TIFFFile()
    for orientation in [1, 8, 6] {
      tiff.addPage(
        width: stored.width, height: stored.height, bits: [8], photometric: 1, data: stored.pixels,
        fields: [.short(0x0112, [orientation])])
    }
    for (page, orientation) in [1, 8, 6].enumerated() {
      #expect(try ImageDecoder().decode(tiff.bytes, page: page) == stored.oriented(orientation))
    }
  }
}
