import Imaging
import TestSupport
import Testing

@Suite("Spoilt files give a picture or a refusal, never a crash", .serialized)
struct HostileTests {
  /// One small file of each kind, with every side part that is read.
  static let files: [(String, [UInt8])] = {
    let picture = DrawnImage.cornerMarked()
    let exif = ExifBlock(
      orientation: 6, make: "ACME", model: "Phone", time: "2026:11:21 10:20:30",
      timeOffset: "+01:00")
    var png = PNGFile.gray(picture)
    png.sideChunks = [("eXIf", exif.bytes()), ("tRNS", [0, 40])]
    var palette = PNGFile(
      width: 16, height: 8, bitDepth: 4, colourType: 3,
      rows: [[UInt8]](repeating: [0x01, 0x23, 0x32, 0x10, 0, 0, 0x11, 0x22], count: 8))
    palette.sideChunks = [("PLTE", (0..<12).map { $0 * 20 }), ("tRNS", [9, 200])]
    var tiff = TIFFFile()
    for orientation in [6, 1] {
      tiff.addPage(
        width: picture.width, height: picture.height, bits: [8], photometric: 1,
        data: picture.pixels,
        fields: [.short(0x0112, [orientation]), .ascii(0x010F, Array("ACME".utf8))])
    }
    var colour = TIFFFile(littleEndian: false)
    colour.addPage(
      width: 12, height: 8, bits: [8, 8, 8], photometric: 2,
      data: (0..<288).map { UInt8(truncatingIfNeeded: $0) })
    let alpha = (0..<picture.pixels.count).map { UInt8(truncatingIfNeeded: $0) }
    let palette8: [UInt8] = [0, 50, 100, 150] + [UInt8](repeating: 0, count: 252)
    return [
      ("JPEG", EncodedJPEG.bytes(of: picture, kind: .colour, exif: exif)),
      ("progressive JPEG", EncodedJPEG.bytes(of: picture, kind: .progressive)),
      ("JPEG of inks", EncodedJPEG.bytes(of: picture, kind: .inks)),
      ("PNG", png.bytes), ("palette PNG", palette.bytes),
      ("TIFF", tiff.bytes), ("colour TIFF", colour.bytes),
      ("WebP", EncodedWebP.bytes(of: picture, exif: exif)),
      ("lossless WebP", EncodedWebP.bytes(of: picture, alpha: alpha, exif: exif)),
      (
        "animated WebP",
        EncodedWebP.animation(of: picture, canvasWidth: 60, canvasHeight: 40, x: 4, y: 4)
      ),
      ("BMP", BMPFile.bytes(of: picture)),
      (
        "BMP of runs",
        BMPFile.bytes(
          width: 4, height: 2, bits: 8, compression: 1, palette: palette8,
          data: [3, 1, 1, 2, 0, 0, 0, 3, 1, 2, 3, 0, 1, 0, 0, 1])
      ),
      ("GIF", GIFFile.bytes(of: picture, isInterlaced: true, transparentShade: 20)),
      ("HEIC", EncodedHEIC.bytes(of: picture, orientation: 6, exif: exif)),
    ]
  }()

  private let decoder = ImageDecoder(limits: ImageLimits(maxPixels: 200_000, maxPages: 8))

  /// `nil` for a refusal; a refusal without words, or a picture beyond the limit, is a failure.
  @discardableResult
  private func outcome(_ bytes: [UInt8], _ name: String) -> GrayImage? {
    do throws(ImagingError) {
      let image = try decoder.decode(bytes)
      #expect(!image.isEmpty && image.pixels.count <= 200_000, "\(name)")
      return image
    } catch {
      #expect(error.message.hasSuffix(".") && error.cure.hasSuffix("."), "\(name): \(error)")
      return nil
    }
  }

  @Test("whole files are read", arguments: files)
  func wholeFiles(name: String, bytes: [UInt8]) {
    #expect(outcome(bytes, name) != nil, "\(name)")
  }

  @Test("cut at every seventh byte", arguments: files)
  func cut(name: String, bytes: [UInt8]) {
    let whole = outcome(bytes, name)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      // A cut file shows the whole picture (only trailing parts are gone) or nothing.
      if let image = outcome(Array(bytes.prefix(length)), "\(name), \(length) bytes") {
        #expect(image == whole, "\(name), \(length) of \(bytes.count) bytes")
      }
    }
  }

  @Test("bytes changed at random", arguments: files)
  func changed(name: String, bytes: [UInt8]) {
    var random = SeededRandom(seed: UInt64(bytes.count))
    for _ in 0..<300 {
      var spoilt = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        // Headers are short and decide most, so half of the changes fall on them.
        let range = Bool.random(using: &random) ? 0..<min(200, bytes.count) : 0..<bytes.count
        spoilt[Int.random(in: range, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      outcome(spoilt, name)
    }
  }

  @Test("numbers replaced by the largest ones", arguments: files)
  func largest(name: String, bytes: [UInt8]) {
    for place in stride(from: 4, to: min(bytes.count - 4, 400), by: 3) {
      for value: [UInt8] in [[0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0]] {
        var spoilt = bytes
        spoilt.replaceSubrange(place..<place + 4, with: value)
        outcome(spoilt, name)
      }
    }
  }

  @Test("pieces taken out and doubled", arguments: files)
  func pieces(name: String, bytes: [UInt8]) {
    var random = SeededRandom(seed: UInt64(bytes.count) &+ 1)
    for _ in 0..<100 {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = Int.random(in: start...min(bytes.count, start + 50), using: &random)
      outcome(Array(bytes[..<start] + bytes[end...]), name)
      outcome(Array(bytes[..<end] + bytes[start...]), name)
    }
  }

  @Test("noise behind each signature")
  func noise() {
    var random = SeededRandom(seed: 99)
    for (name, bytes) in Self.files {
      for _ in 0..<60 {
        let tail = (0..<Int.random(in: 0...300, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
        outcome(Array(bytes.prefix(Int.random(in: 8...40, using: &random))) + tail, name)
      }
    }
  }
}
