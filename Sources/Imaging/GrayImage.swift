/// An 8-bit grey picture: row-major, origin top-left, 0 black, 255 white.
///
/// A value: copies share their pixels until one changes. 0 × 0 is allowed (a crop that lies
/// outside); decoders never return it.
public struct GrayImage: Sendable, Hashable {
  /// Pixels across.
  public let width: Int
  /// Pixels down.
  public let height: Int
  /// `width * height` samples, row after row without padding.
  public let pixels: [UInt8]

  /// Makes a picture from its samples; `pixels.count` must be `width * height`.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(
      width >= 0 && height >= 0 && width * height == pixels.count,
      "GrayImage needs width × height samples")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// Makes a picture of one shade.
  public init(width: Int, height: Int, filledWith shade: UInt8 = 255) {
    self.init(
      width: width, height: height, pixels: [UInt8](repeating: shade, count: width * height))
  }

  /// Makes a picture whose samples a closure writes; it must write all `width * height` of them.
  init(width: Int, height: Int, writing write: (UnsafeMutablePointer<UInt8>) -> Void) {
    let count = width * height
    let pixels = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      if let base = buffer.baseAddress, count > 0 { write(base) }
      filled = count
    }
    self.init(width: width, height: height, pixels: pixels)
  }

  /// Whether there is no pixel at all.
  public var isEmpty: Bool { pixels.isEmpty }

  /// The sample at a place inside the picture.
  public subscript(x: Int, y: Int) -> UInt8 {
    precondition(x >= 0 && x < width && y >= 0 && y < height, "outside the picture")
    return pixels[y * width + x]
  }

  /// The part inside `rect`, which is clamped to the picture first.
  public func cropped(to rect: PixelRect) -> GrayImage {
    let part = rect.clamped(toWidth: width, height: height)
    if part.width == width, part.height == height { return self }
    return pixels.withUnsafeBufferPointer { source in
      GrayImage(width: part.width, height: part.height) { target in
        guard let base = source.baseAddress else { return }
        for row in 0..<part.height {
          (target + row * part.width).update(
            from: base + (part.y + row) * width + part.x, count: part.width)
        }
      }
    }
  }

  /// Dark for light: every sample becomes 255 minus itself.
  public func inverted() -> GrayImage {
    pixels.withUnsafeBufferPointer { source in
      GrayImage(width: width, height: height) { target in
        for index in 0..<source.count { target[index] = ~source[index] }
      }
    }
  }
}
