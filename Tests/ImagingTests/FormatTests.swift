import Imaging
import TestSupport
import Testing

@Suite("Every format and bit depth comes out as 8-bit grey")
struct FormatTests {
  private let decoder = ImageDecoder()
  private let picture = DrawnImage.cornerMarked()

  private func near(_ a: GrayImage, _ b: GrayImage, _ tolerance: Int) -> Bool {
    a.width == b.width && a.height == b.height
      && zip(a.pixels, b.pixels).allSatisfy { abs(Int($0) - Int($1)) <= tolerance }
  }

  @Test("JPEG: grey, colour, progressive and inks", arguments: EncodedJPEG.Kind.allCases)
  func jpeg(kind: EncodedJPEG.Kind) throws {
    let bytes = EncodedJPEG.bytes(of: picture, kind: kind)
    #expect(try decoder.header(of: bytes).format == .jpeg)
    #expect(near(try decoder.decode(bytes), picture, 20))
  }

  @Test("JPEG at half, quarter and eighth size rounds sizes up", arguments: [1, 2, 4, 8])
  func reducedJPEG(step: Int) throws {
    for kind in EncodedJPEG.Kind.allCases {
      let image = GrayImage(width: 101, height: 67, filledWith: 90)
      let bytes = EncodedJPEG.bytes(of: image, kind: kind)
      let small = try decoder.decode(bytes, page: 0, reducedBy: step)
      #expect(small.width == (101 + step - 1) / step && small.height == (67 + step - 1) / step)
      #expect(small.pixels.allSatisfy { abs(Int($0) - 90) < 4 })
    }
  }

  @Test("PNG grey of 1, 2, 4, 8 and 16 bits", arguments: [1, 2, 4, 8, 16])
  func pngGray(bits: Int) throws {
    let top = (1 << min(bits, 8)) - 1
    let levels = (0..<16).map { $0 * top / 15 }
    let row = PackedRow.packed(bits == 16 ? levels.flatMap { [$0, 0] } : levels, min(bits, 8))
    let file = PNGFile(width: 16, height: 2, bitDepth: bits, colourType: 0, rows: [row, row])
    let expected = levels.map { UInt8($0 * 255 / top) }
    #expect(try decoder.decode(file.bytes).pixels == expected + expected)
  }

  @Test("PNG palette of 1, 2, 4 and 8 bits", arguments: [1, 2, 4, 8])
  func pngPalette(bits: Int) throws {
    let indices = (0..<9).map { $0 % (1 << min(bits, 3)) }
    let row = PackedRow.packed(indices, bits)
    var file = PNGFile(width: 9, height: 1, bitDepth: bits, colourType: 3, rows: [row])
    let shades: [UInt8] = [10, 200, 30, 90, 250, 60, 120, 5]
    let used = Array(shades.prefix(1 << bits))
    file.sideChunks = [("PLTE", used.flatMap { [$0, $0, $0] })]
    #expect(try decoder.decode(file.bytes).pixels == indices.map { shades[$0] })
    // The second entry half seen through on white.
    file.sideChunks.append(("tRNS", [255, 128]))
    let seen = Int(shades[1]) * 128 / 255 + 127
    let pixels = try decoder.decode(file.bytes).pixels
    #expect(abs(Int(pixels[1]) - seen) <= 1 && pixels[0] == 10)
  }

  @Test("PNG RGB and RGBA of 8 and 16 bits weigh colours as BT.601", arguments: [8, 16])
  func pngColour(bits: Int) throws {
    let colours: [[UInt8]] = [
      [255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255], [0, 0, 0],
    ]
    func wide(_ values: [UInt8]) -> [UInt8] { bits == 8 ? values : values.flatMap { [$0, $0] } }
    let rgb = PNGFile(
      width: 5, height: 1, bitDepth: bits, colourType: 2, rows: [colours.flatMap(wide)])
    #expect(try decoder.decode(rgb.bytes).pixels == [76, 150, 29, 255, 0])
    let clear = PNGFile(
      width: 5, height: 1, bitDepth: bits, colourType: 6,
      rows: [colours.flatMap { wide($0 + [0]) }])
    #expect(try decoder.decode(clear.bytes).pixels == [255, 255, 255, 255, 255])
    let half = PNGFile(
      width: 1, height: 1, bitDepth: bits, colourType: 4, rows: [wide([0]) + wide([128])])
    #expect(abs(Int(try decoder.decode(half.bytes).pixels[0]) - 127) <= 1)
  }

  @Test("PNG grey and RGB transparency turns one value white, and only that")
  func pngKeyed() throws {
    var gray = PNGFile(width: 3, height: 1, bitDepth: 8, colourType: 0, rows: [[0, 40, 200]])
    gray.sideChunks = [("tRNS", [0, 40])]
    #expect(try decoder.decode(gray.bytes).pixels == [0, 255, 200])
    var nibbles = PNGFile(width: 2, height: 1, bitDepth: 4, colourType: 0, rows: [[0x3F]])
    nibbles.sideChunks = [("tRNS", [0, 3])]
    #expect(try decoder.decode(nibbles.bytes).pixels == [255, 255])
    nibbles.sideChunks = []
    #expect(try decoder.decode(nibbles.bytes).pixels == [51, 255])
    var rgb = PNGFile(
      width: 2, height: 1, bitDepth: 8, colourType: 2, rows: [[9, 9, 9, 9, 9, 8]])
    rgb.sideChunks = [("tRNS", [0, 9, 0, 9, 0, 9])]
    #expect(try decoder.decode(rgb.bytes).pixels == [255, 9])
  }

  @Test("TIFF grey of 1, 2, 4, 8 and 16 bits, white or black as zero", arguments: [1, 2, 4, 8, 16])
  func tiffGray(bits: Int) throws {
    let top = (1 << min(bits, 8)) - 1
    let levels = (0..<16).map { $0 * top / 15 }
    let data = PackedRow.packed(bits == 16 ? levels.flatMap { [0, $0] } : levels, min(bits, 8))
    for photometric in [0, 1] {
      var file = TIFFFile()
      file.addPage(width: 16, height: 1, bits: [bits], photometric: photometric, data: data)
      let shades = levels.map { UInt8($0 * 255 / top) }
      let expected = photometric == 1 ? shades : shades.map { 255 - $0 }
      #expect(try decoder.decode(file.bytes).pixels == expected)
    }
  }

  @Test("TIFF RGB, palette, inks and YCbCr")
  func tiffColour() throws {
    var rgb = TIFFFile(littleEndian: false)
    rgb.addPage(
      width: 2, height: 1, bits: [8, 8, 8], photometric: 2, data: [255, 0, 0, 0, 255, 0])
    #expect(try decoder.decode(rgb.bytes).pixels == [76, 150])
    var palette = TIFFFile()
    let map = (0..<3).flatMap { _ in (0..<256).map { ($0 * 7 % 256) * 257 } }
    palette.addPage(
      width: 3, height: 1, bits: [8], photometric: 3, data: [1, 2, 40],
      fields: [.short(0x0140, map)])
    #expect(try decoder.decode(palette.bytes).pixels == [7, 14, 24])
    var inks = TIFFFile()
    inks.addPage(
      width: 2, height: 1, bits: [8, 8, 8, 8], photometric: 5, data: [0, 0, 0, 55, 0, 0, 0, 255])
    #expect(try decoder.decode(inks.bytes).pixels == [200, 0])
    var luma = TIFFFile()
    luma.addPage(
      width: 2, height: 1, bits: [8, 8, 8], photometric: 6, data: [60, 128, 128, 180, 128, 128],
      fields: [.short(0x0212, [1, 1])])
    #expect(
      near(try decoder.decode(luma.bytes), GrayImage(width: 2, height: 1, pixels: [60, 180]), 1))
  }

  @Test("every TIFF page can be read, and no page beside them")
  func tiffPages() throws {
    var file = TIFFFile()
    for shade in 0..<5 {
      file.addPage(
        width: 3 + shade, height: 2, bits: [8], photometric: 1,
        data: [UInt8](repeating: UInt8(shade * 40), count: 2 * (3 + shade)))
    }
    #expect(try decoder.header(of: file.bytes).pageCount == 5)
    for page in 0..<5 {
      let image = try decoder.decode(file.bytes, page: page)
      #expect(image == GrayImage(width: 3 + page, height: 2, filledWith: UInt8(page * 40)))
    }
    for page in [-1, 5, Int.max] {
      #expect { try decoder.decode(file.bytes, page: page) } throws: {
        ($0 as? ImagingError)?.code == .noSuchPage
      }
    }
  }

  @Test("WebP: lossy, lossless, see-through and animated")
  func webp() throws {
    #expect(near(try decoder.decode(EncodedWebP.bytes(of: picture)), picture, 24))
    #expect(near(try decoder.decode(EncodedWebP.bytes(of: picture, lossless: true)), picture, 0))
    let alpha = (0..<picture.pixels.count).map { UInt8($0 % picture.width < 24 ? 0 : 255) }
    let clear = try decoder.decode(EncodedWebP.bytes(of: picture, alpha: alpha))
    #expect(clear[2, 2] == 255 && clear[30, 2] == picture[30, 2])
    let moving = EncodedWebP.animation(
      of: picture, canvasWidth: 100, canvasHeight: 60, x: 20, y: 10)
    let first = try decoder.decode(moving)
    #expect(first.width == 100 && first.height == 60)
    #expect(first[5, 5] == 255)
    #expect(first.cropped(to: PixelRect(x: 20, y: 10, width: 48, height: 32)) == picture)
  }

  @Test("BMP of 1, 4 and 8 bits with palette, upward and downward", arguments: [1, 4, 8])
  func bmpPalette(bits: Int) throws {
    let palette: [UInt8] = [30, 220] + [UInt8](repeating: 0, count: (1 << bits) - 2)
    func row(_ indices: [Int]) -> [UInt8] {
      let packed = PackedRow.packed(indices, bits)
      return packed + [UInt8](repeating: 0, count: (4 - packed.count % 4) % 4)
    }
    let (upper, lower) = (row([0, 1, 1, 0, 1]), row([1, 1, 0, 0, 0]))
    let expected: [UInt8] = [30, 220, 220, 30, 220, 220, 220, 30, 30, 30]
    let upward = BMPFile.bytes(
      width: 5, height: 2, bits: bits, palette: palette, data: lower + upper)
    #expect(try decoder.decode(upward).pixels == expected)
    let downward = BMPFile.bytes(
      width: 5, height: -2, bits: bits, palette: palette, data: upper + lower)
    #expect(try decoder.decode(downward).pixels == expected)
  }

  @Test("BMP of 16, 24 and 32 bits, plain and with masks")
  func bmpColour() throws {
    #expect(try decoder.decode(BMPFile.bytes(of: picture)) == picture)
    let plain16 = BMPFile.bytes(
      width: 2, height: 1, bits: 16, data: [0xFF, 0x7F, 0x1F, 0x00])
    #expect(try decoder.decode(plain16).pixels == [255, 29])
    let masked16 = BMPFile.bytes(
      width: 2, height: 1, bits: 16, compression: 3, masks: [0xF800, 0x07E0, 0x001F],
      data: [0x00, 0xF8, 0xE0, 0x07])
    #expect(try decoder.decode(masked16).pixels == [76, 150])
    let plain32 = BMPFile.bytes(width: 1, height: 1, bits: 32, data: [9, 9, 9, 0])
    #expect(try decoder.decode(plain32).pixels == [9])
    let masked32 = BMPFile.bytes(
      width: 1, height: 1, bits: 32, compression: 3, masks: [0xFF, 0xFF00, 0xFF_0000],
      data: [255, 0, 0, 0])
    #expect(try decoder.decode(masked32).pixels == [76])
  }

  @Test("BMP runs of 8 and 4 bits, with skips and literal stretches")
  func bmpRuns() throws {
    let palette: [UInt8] = [0, 50, 100, 150] + [UInt8](repeating: 0, count: 252)
    let eight = BMPFile.bytes(
      width: 4, height: 2, bits: 8, compression: 1, palette: palette,
      data: [3, 1, 1, 2, 0, 0, 0, 3, 1, 2, 3, 0, 1, 0, 0, 1])
    #expect(try decoder.decode(eight).pixels == [50, 100, 150, 0, 50, 50, 50, 100])
    let four = BMPFile.bytes(
      width: 4, height: 1, bits: 4, compression: 2, palette: Array(palette.prefix(16)),
      data: [2, 0x12, 0, 2, 1, 0, 1, 0x30, 0, 1])
    #expect(try decoder.decode(four).pixels == [50, 100, 255, 150])
  }

  @Test("GIF: the first frame, its place, its rows' order and what shows through")
  func gif() throws {
    let even = GrayImage(width: 48, height: 32, pixels: picture.pixels.map { $0 & 0xFE })
    #expect(near(try decoder.decode(GIFFile.bytes(of: even)), even, 1))
    #expect(near(try decoder.decode(GIFFile.bytes(of: even, isInterlaced: true)), even, 1))
    let placed = try decoder.decode(
      GIFFile.bytes(of: even, screenWidth: 70, screenHeight: 50, x: 11, y: 13))
    #expect(placed.width == 70 && placed[0, 0] == 255)
    #expect(near(placed.cropped(to: PixelRect(x: 11, y: 13, width: 48, height: 32)), even, 1))
    let clear = try decoder.decode(GIFFile.bytes(of: even, transparentShade: 20))
    #expect(clear[3, 3] == 255 && clear[40, 20] < 230)
  }

  @Test("HEIC of 8 and 10 bits", arguments: [8, 10])
  func heic(bits: Int) throws {
    let image = DrawnImage.cornerMarked(width: 96, height: 64)
    let decoded = try decoder.decode(EncodedHEIC.bytes(of: image, bitDepth: bits))
    #expect(decoded.width == 96 && decoded.height == 64)
    #expect(abs(Int(decoded[5, 5]) - 20) < 12 && abs(Int(decoded[80, 50]) - 220) < 12)
  }
}
