import Imaging
import TestSupport
import Testing

@Suite("What cannot be read is refused with a reason and a cure")
struct RefusalTests {
  private let decoder = ImageDecoder()

  private func refusal(_ bytes: [UInt8], _ decoder: ImageDecoder = ImageDecoder()) -> ImagingError?
  {
    do throws(ImagingError) {
      _ = try decoder.decode(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test("a file without bytes says so")
  func empty() {
    #expect(refusal([])?.code == .empty)
    #expect(refusal([])?.message == "The file holds no picture data (0 bytes).")
    #expect(refusal([])?.cure == "Copy it again from the camera.")
    #expect(throws: ImagingError.self) { try decoder.header(of: []) }
  }

  static let strangers: [(String, [UInt8], ImagingError.Code, String)] = [
    ("text", Array("IMEI 356938035643809, found in the car".utf8), .notAPicture, "text"),
    (
      "text that begins like a bitmap", Array("BMW found in the car park".utf8), .notAPicture,
      "text"
    ),
    (
      "noise", (0..<64).map { UInt8(truncatingIfNeeded: $0 * 73 + 131) }, .notAPicture, "no picture"
    ),
    ("one byte", [0xFF], .notAPicture, "no picture"),
    ("web page", Array("<!DOCTYPE html><html><body>".utf8), .notAPicture, "web page"),
    ("PDF", Array("%PDF-1.7\n".utf8), .unsupportedFormat, "PDF"),
    ("PDF after junk", Array("\u{FEFF}\n%PDF-1.7".utf8), .unsupportedFormat, "PDF"),
    ("SVG", Array("<?xml version=\"1.0\"?><svg/>".utf8), .unsupportedFormat, "SVG"),
    ("AVIF", iso("avif", "mif1"), .unsupportedFormat, "AVIF"),
    ("AVIF behind mif1", iso("mif1", "avif"), .unsupportedFormat, "AVIF"),
    ("MP4", iso("isom", "mp42"), .unsupportedFormat, "video"),
    ("MOV", iso("qt  ", "qt  "), .unsupportedFormat, "video"),
    ("Canon CR3", iso("crx ", "isom"), .unsupportedFormat, "CR3"),
    (
      "Canon CR2", Array("II*\0".utf8) + [16, 0, 0, 0] + Array("CR\u{2}\0".utf8),
      .unsupportedFormat, "CR2"
    ),
    ("Fujifilm", Array("FUJIFILMCCD-RAW 0201".utf8), .unsupportedFormat, "RAF"),
    ("Panasonic", [0x49, 0x49, 0x55, 0, 8, 0, 0, 0], .unsupportedFormat, "RW2"),
    ("JPEG XL", [0xFF, 0x0A, 1, 2], .unsupportedFormat, "JPEG XL"),
    ("JPEG XL boxed", [0, 0, 0, 12] + Array("JXL \r\n".utf8), .unsupportedFormat, "JPEG XL"),
    ("JPEG 2000", [0, 0, 0, 12] + Array("jP  \r\n".utf8), .unsupportedFormat, "JPEG 2000"),
    ("Photoshop", Array("8BPS".utf8) + [0, 1], .unsupportedFormat, "Photoshop"),
    ("ZIP", Array("PK".utf8) + [3, 4, 0, 0], .unsupportedFormat, "ZIP"),
  ]

  static func iso(_ brand: String, _ other: String) -> [UInt8] {
    [0, 0, 0, 20] + Array("ftyp\(brand)".utf8) + [0, 0, 0, 0] + Array(other.utf8)
  }

  @Test(
    "files that are no readable picture are named, whatever they are called", arguments: strangers)
  func stranger(name: String, bytes: [UInt8], code: ImagingError.Code, words: String) throws {
    let error = try #require(refusal(bytes), "\(name)")
    #expect(error.code == code, "\(name): \(error)")
    #expect(error.message.contains(words), "\(name): \(error)")
    #expect(error.cure.hasSuffix("."))
  }

  @Test("raw pictures in a TIFF wrapper are named")
  func wrappedRaw() {
    var dng = TIFFFile()
    dng.addPage(
      width: 4, height: 4, bits: [8], photometric: 1, data: [UInt8](repeating: 0, count: 16),
      fields: [.short(0xC612, [1])])
    #expect(refusal(dng.bytes)?.code == .unsupportedFormat)
    #expect(refusal(dng.bytes)?.message.contains("DNG") == true)
  }

  /// Headers that announce 20,000 × 20,000 pixels, with next to nothing behind them.
  static var giants: [(String, [UInt8])] {
    let png = PNGFile(width: 20_000, height: 20_000, bitDepth: 8, colourType: 6, rows: [])
    var tiff = TIFFFile()
    tiff.addPage(width: 20_000, height: 20_000, bits: [8], photometric: 1, data: [0, 0])
    let small = DrawnImage.cornerMarked()
    var jpeg = EncodedJPEG.bytes(of: small, kind: .gray)
    if let frame = jpeg.firstIndex(of: [0xFF, 0xC0]) {
      jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0x4E, 0x20, 0x4E, 0x20])
    }
    var gif = GIFFile.bytes(of: small)
    gif.replaceSubrange(6..<10, with: [0x20, 0x4E, 0x20, 0x4E])
    let bmp = BMPFile.bytes(width: 20_000, height: 20_000, bits: 8, data: [0])
    let webp = EncodedWebP.animation(
      of: small, canvasWidth: 16_384, canvasHeight: 16_384, x: 0, y: 0)
    var heic = EncodedHEIC.bytes(of: DrawnImage.cornerMarked(width: 64, height: 64))
    if let size = heic.firstIndex(of: Array("ispe".utf8)) {
      heic.replaceSubrange(size + 8..<size + 16, with: [0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20])
    }
    return [
      ("PNG", png.bytes), ("TIFF", tiff.bytes), ("JPEG", jpeg), ("GIF", gif), ("BMP", bmp),
      ("WebP", webp), ("HEIC", heic),
    ]
  }

  @Test("400 megapixels are refused from the header alone", arguments: giants)
  func refusesGiants(name: String, bytes: [UInt8]) {
    #expect(
      refusal(bytes)?.code == .tooManyPixels, "\(name): \(String(describing: refusal(bytes)))")
    #expect(throws: ImagingError.self) { try decoder.header(of: bytes) }
  }

  @Test("the pixel limit is exact and can be moved")
  func pixelLimit() throws {
    let image = DrawnImage.cornerMarked(width: 50, height: 40)
    let bytes = try image.pngData()
    #expect(try ImageDecoder(limits: ImageLimits(maxPixels: 2000)).decode(bytes) == image)
    #expect(
      refusal(bytes, ImageDecoder(limits: ImageLimits(maxPixels: 1999)))?.code == .tooManyPixels)
  }

  @Test("the file limit counts bytes")
  func fileLimit() throws {
    let bytes = try DrawnImage.cornerMarked().pngData()
    let exact = ImageDecoder(limits: ImageLimits(maxFileBytes: bytes.count))
    #expect(refusal(bytes, exact) == nil)
    let less = ImageDecoder(limits: ImageLimits(maxFileBytes: bytes.count - 1))
    #expect(refusal(bytes, less)?.code == .fileTooLarge)
  }

  @Test("more pages than the limit are refused before any is read")
  func pageLimit() {
    var file = TIFFFile()
    for _ in 0..<101 {
      file.addPage(width: 1, height: 1, bits: [8], photometric: 1, data: [9])
    }
    #expect(refusal(file.bytes)?.code == .tooManyPages)
    let more = ImageDecoder(limits: ImageLimits(maxPages: 101))
    #expect(refusal(file.bytes, more) == nil)
  }

  @Test("a circle of TIFF pages is noticed")
  func pageCircle() {
    var file = TIFFFile()
    file.addPage(width: 1, height: 1, bits: [8], photometric: 1, data: [9])
    file.addPage(width: 1, height: 1, bits: [8], photometric: 1, data: [9])
    file.linkLast(to: 10)
    #expect(refusal(file.bytes)?.code == .damaged)
  }

  @Test("headers that contradict themselves are refused")
  func lies() throws {
    for (width, height) in [(0, 5), (5, 0), (1 << 31, 1), (0xFFFF_FFFF, 0xFFFF_FFFF)] {
      let png = PNGFile(width: width, height: height, bitDepth: 8, colourType: 0, rows: [])
      #expect(refusal(png.bytes)?.code == .damaged)
    }
    let depth = PNGFile(width: 1, height: 1, bitDepth: 3, colourType: 0, rows: [[0]])
    #expect(refusal(depth.bytes)?.code == .damaged)
    var tiff = TIFFFile()
    tiff.addPage(
      width: 8, height: 8, bits: [8], photometric: 1, data: [UInt8](repeating: 0, count: 64),
      fields: [
        .long(0x0142, [1 << 30]), .long(0x0143, [1 << 30]), .long(0x0144, [8]),
        .long(0x0145, [64]),
      ])
    #expect(refusal(tiff.bytes)?.code == .unsupportedVariant)
    var webp = EncodedWebP.animation(
      of: DrawnImage.cornerMarked(), canvasWidth: 100, canvasHeight: 60, x: 80, y: 0)
    #expect(refusal(webp)?.code == .damaged)
    webp = Array(webp.prefix(20))
    #expect(refusal(webp)?.code == .truncated)
  }

  @Test("a HEIC whose picture data announces another size is bounded by that size")
  func hiddenSize() throws {
    let bytes = EncodedHEIC.bytes(of: DrawnImage.cornerMarked(width: 128, height: 128))
    var lying = bytes
    let size = try #require(lying.firstIndex(of: Array("ispe".utf8)))
    lying.replaceSubrange(size + 8..<size + 16, with: [0, 0, 0, 16, 0, 0, 0, 16])
    let narrow = ImageDecoder(limits: ImageLimits(maxPixels: 10_000))
    #expect(refusal(lying, narrow)?.code == .tooManyPixels)
  }

  @Test("a HEIC grid is bounded by its own size, not by the one written beside it")
  func hiddenGridSize() throws {
    // libheif wraps pictures whose size is no multiple of the coding block in a grid of one tile.
    let bytes = EncodedHEIC.bytes(of: DrawnImage.cornerMarked(width: 48, height: 32))
    let grid = try #require(bytes.firstIndex(of: [0, 0, 0, 0, 0, 48, 0, 32]))
    var lying = bytes
    lying.replaceSubrange(grid + 4..<grid + 8, with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(refusal(bytes) == nil)
    #expect(refusal(lying)?.code == .tooManyPixels)
  }

  @Test("JPEG kinds that are not read are named")
  func jpegKinds() throws {
    let bytes = EncodedJPEG.bytes(of: DrawnImage.cornerMarked(), kind: .gray)
    let frame = try #require(bytes.firstIndex(of: [0xFF, 0xC0]))
    var twelve = bytes
    twelve[frame + 4] = 12
    #expect(refusal(twelve)?.code == .unsupportedVariant)
    var lossless = bytes
    lossless[frame + 1] = 0xC3
    #expect(refusal(lossless)?.code == .unsupportedVariant)
    var flat = bytes
    flat.replaceSubrange(frame + 5..<frame + 7, with: [0, 0])
    #expect(refusal(flat)?.code == .damaged)
  }

  @Test("a JPEG that stops early is refused, one with bytes after its end is not")
  func truncatedJPEG() throws {
    for kind in EncodedJPEG.Kind.allCases {
      let bytes = EncodedJPEG.bytes(of: DrawnImage.cornerMarked(), kind: kind)
      #expect(refusal(Array(bytes.dropLast(2)))?.code == .truncated)
      #expect(refusal(Array(bytes.prefix(bytes.count * 3 / 4)))?.code == .truncated)
      #expect(refusal(bytes + [1, 2, 3]) == nil)
    }
    // Cut short, then closed as if nothing were missing.
    let noisy = EncodedJPEG.bytes(of: GrayImageTests.sample(200, 200))
    let closed = Array(noisy.prefix(noisy.count * 3 / 4)) + [0xFF, 0xD9]
    #expect(refusal(noisy) == nil)
    #expect(refusal(closed)?.code == .damaged)
  }

  @Test("a HEIC with a stretch of zeros, as broken copies have, is refused")
  func zeroedHEIC() throws {
    var canvas = DrawnImage(width: 256, height: 256)
    for step in 0..<40 { canvas.text("IMEI \(step)", x: step * 5, y: step * 6, scale: 1) }
    let bytes = EncodedHEIC.bytes(of: canvas.image)
    #expect(refusal(bytes) == nil)
    for start in [bytes.count - 40, bytes.count * 3 / 4] {
      var zeroed = bytes
      zeroed.replaceSubrange(start..<start + 40, with: [UInt8](repeating: 0, count: 40))
      #expect(refusal(zeroed)?.code == .damaged)
    }
  }

  @Test("spoilt HEIC data that is not noticed still decodes alike every time")
  func spoiltHEICIsStable() throws {
    let noise = GrayImageTests.sample(256, 256)
    var bytes = EncodedHEIC.bytes(of: noise)
    for place in stride(from: bytes.count / 2, to: bytes.count - 1, by: 3) { bytes[place] = 0x5A }
    let first = try? decoder.decode(bytes)
    for shade: UInt8 in [0, 77, 255] {
      // Leaves memory behind that shows if it is handed out again.
      _ = try decoder.decode(
        EncodedHEIC.bytes(of: GrayImage(width: 256, height: 256, filledWith: shade)))
      let again = try? decoder.decode(bytes)
      #expect(again == first)
    }
  }

  @Test("a PNG with a wrong check sum says which part is spoilt")
  func spoiltPNG() throws {
    var bytes = PNGFile.gray(DrawnImage.cornerMarked()).bytes
    let data = try #require(bytes.firstIndex(of: Array("IDAT".utf8)))
    bytes[data + 100] ^= 0x40
    let error = try #require(refusal(bytes))
    #expect(error.code == .damaged)
    #expect(error.message.contains("IDAT"))
  }

  @Test("every failure reads as a sentence with a cure")
  func wording() {
    for (_, bytes, _, _) in Self.strangers {
      guard let error = refusal(bytes) else { continue }
      #expect(error.message.hasSuffix(".") && !error.cure.isEmpty)
      #expect(error.description == "\(error.message) \(error.cure)")
    }
  }
}

extension [UInt8] {
  /// Where a run of bytes first stands.
  func firstIndex(of wanted: [UInt8]) -> Int? {
    guard count >= wanted.count else { return nil }
    return (0...count - wanted.count).first { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
