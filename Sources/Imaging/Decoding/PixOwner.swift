internal import CLeptonica

/// Owns one Leptonica picture; the pointer never leaves this file.
final class PixOwner {
  private let pix: UnsafeMutablePointer<Pix>

  /// Leptonica prints every failure to stderr unless told not to; done once for the process.
  private static let isSilenced: Bool = setMsgSeverity(Int32(L_SEVERITY_NONE)) >= 0

  /// Takes over what `read` returns.
  init?(reading read: () -> UnsafeMutablePointer<Pix>?) {
    _ = Self.isSilenced
    guard let pix = read() else { return nil }
    self.pix = pix
  }

  deinit {
    var pointer: UnsafeMutablePointer<Pix>? = pix
    pixDestroy(&pointer)
  }

  /// The picture as 8-bit grey on white, if it has the announced size.
  ///
  /// `premultiplied`: colours were already multiplied by alpha, as libtiff does it.
  func gray(
    _ format: ImageFormat, width: Int, height: Int, premultiplied: Bool = false,
    transparentSamples png: PNGStructure? = nil
  ) throws(ImagingError) -> GrayImage {
    guard Int(pixGetWidth(pix)) == width, Int(pixGetHeight(pix)) == height else {
      throw .damaged(format, "its picture is not of the announced size")
    }
    guard let data = pixGetData(pix) else { throw .damaged(format, "it holds no picture data") }
    let words = Int(pixGetWpl(pix))
    let depth = Int(pixGetDepth(pix))
    if depth == 32 {
      let alpha: Alpha = pixGetSpp(pix) != 4 ? .none : premultiplied ? .premultiplied : .straight
      let key = png.flatMap { $0.bitDepth == 8 ? $0.transparentColour : nil }
      return Self.gray(
        fromColour: data, words: words, width: width, height: height, alpha: alpha, key: key)
    }
    guard [1, 2, 4, 8, 16].contains(depth) else {
      throw .variant(format, "\(depth) bits a pixel")
    }
    var shades = shades(depth: depth)
    if let png, png.colourType == 0, png.bitDepth < 16, let key = png.transparentSamples.first {
      whiten(sample: key, storedBits: png.bitDepth, depth: depth, &shades)
    }
    return Self.gray(
      fromSamples: data, words: words, width: width, height: height, depth: depth, shades: shades)
  }

  /// The shade of every sample value, colour map and its alpha included; 16 bits keep the upper 8.
  private func shades(depth: Int) -> [UInt8] {
    let levels = depth >= 8 ? 256 : 1 << depth
    guard let map = pixGetColormap(pix) else {
      // Without a colour map Leptonica's 1-bit pictures have ink as 1; deeper ones white on top.
      return (0..<levels).map {
        depth == 1 ? UInt8(255 - 255 * $0) : UInt8($0 * 255 / (levels - 1))
      }
    }
    return (0..<levels).map { index in
      var (r, g, b, a): (Int32, Int32, Int32, Int32) = (0, 0, 0, 255)
      guard pixcmapGetRGBA(map, Int32(index), &r, &g, &b, &a) == 0 else { return 255 }
      let gray = UInt32(Luma.gray(red: Int(r), green: Int(g), blue: Int(b)))
      return UInt8(truncatingIfNeeded: Luma.onWhite(gray, alpha: UInt32(a & 0xFF)))
    }
  }

  private func whiten(sample: Int, storedBits: Int, depth: Int, _ shades: inout [UInt8]) {
    let shade = UInt8(truncatingIfNeeded: sample * 255 / ((1 << storedBits) - 1))
    for index in shades.indices where shades[index] == shade { shades[index] = 255 }
  }

  private enum Alpha { case none, straight, premultiplied }

  private static func gray(
    fromColour data: UnsafePointer<UInt32>, words: Int, width: Int, height: Int, alpha: Alpha,
    key: UInt32?
  ) -> GrayImage {
    GrayImage(width: width, height: height) { target in
      for y in 0..<height {
        let line = data + y * words
        let to = target + y * width
        for x in 0..<width {
          let word = line[x]
          var gray = Luma.gray(word >> 24, word >> 16 & 0xFF, word >> 8 & 0xFF)
          if alpha == .straight {
            gray = Luma.onWhite(gray, alpha: word & 0xFF)
          } else if alpha == .premultiplied {
            gray = min(255, gray &+ 255 &- (word & 0xFF))
          }
          if let key, word >> 8 == key { gray = 255 }
          to[x] = UInt8(truncatingIfNeeded: gray)
        }
      }
    }
  }

  /// A word holds its first sample in the top bits, whatever the machine's byte order.
  private static func gray(
    fromSamples data: UnsafePointer<UInt32>, words: Int, width: Int, height: Int, depth: Int,
    shades: [UInt8]
  ) -> GrayImage {
    let perWord = 32 / depth
    let mask = UInt32(shades.count - 1)
    return shades.withUnsafeBufferPointer { shades in
      GrayImage(width: width, height: height) { target in
        for y in 0..<height {
          let line = data + y * words
          let to = target + y * width
          for x in 0..<width {
            let shift = 32 &- depth &* (x % perWord &+ 1) &+ (depth == 16 ? 8 : 0)
            to[x] = shades[Int(line[x / perWord] >> UInt32(shift) & mask)]
          }
        }
      }
    }
  }
}

extension PNGStructure {
  /// The transparent colour of an RGB picture as `0x00RRGGBB`, 8 bits each.
  fileprivate var transparentColour: UInt32? {
    guard colourType == 2, transparentSamples.count == 3 else { return nil }
    return transparentSamples.reduce(0) { $0 << 8 | UInt32($1 & 0xFF) }
  }
}

/// Grey pictures written as PNG.
enum PNGWriter {
  /// An 8-bit grey PNG without side chunks; the same pixels always give the same bytes.
  static func bytes(of image: GrayImage) -> [UInt8]? {
    let made = PixOwner(reading: { pixCreate(Int32(image.width), Int32(image.height), 8) })
    return made?.write(image)
  }
}

extension PixOwner {
  /// How hard zlib tries, of 9. Noise does not shrink: level 6 takes several times as long for crops that are
  /// hardly smaller.
  private static let compression: Int32 = 1

  fileprivate func write(_ image: GrayImage) -> [UInt8]? {
    guard let data = pixGetData(pix), pixSetZlibCompression(pix, Self.compression) == 0 else {
      return nil
    }
    let words = Int(pixGetWpl(pix))
    image.pixels.withUnsafeBufferPointer { source in
      for y in 0..<image.height {
        for x in 0..<image.width {
          data[y * words + x / 4] |= UInt32(source[y * image.width + x]) << UInt32(24 - 8 * (x & 3))
        }
      }
    }
    var encoded: UnsafeMutablePointer<UInt8>?
    var size = 0
    let failed = pixWriteMemPng(&encoded, &size, pix, 0)
    defer { lept_free(encoded) }
    guard failed == 0, let encoded, size > 0 else { return nil }
    return Array(UnsafeBufferPointer(start: encoded, count: size))
  }
}
