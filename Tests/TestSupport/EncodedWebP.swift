internal import CLeptonica
public import Imaging

/// WebP files for tests, made by Leptonica and wrapped by hand.
public enum EncodedWebP {
  /// A still file of a grey picture; with an EXIF block it is of the extended kind.
  ///
  /// `alpha`, one value a pixel, makes a lossless picture with transparency.
  public static func bytes(
    of image: GrayImage, lossless: Bool = false, alpha: [UInt8]? = nil, exif: ExifBlock? = nil
  ) -> [UInt8] {
    let simple = encoded(image, lossless: lossless, alpha: alpha)
    guard let exif else { return simple }
    return wrapped(
      width: image.width, height: image.height, flags: alpha == nil ? 0x08 : 0x18,
      Array(simple.dropFirst(12)) + chunk("EXIF", exif.bytes()))
  }

  /// An animation of one frame that lies at a place on a larger canvas.
  public static func animation(
    of image: GrayImage, canvasWidth: Int, canvasHeight: Int, x: Int, y: Int
  ) -> [UInt8] {
    let simple = encoded(image, lossless: true, alpha: nil)
    let frame =
      little(x / 2, 3) + little(y / 2, 3) + little(image.width - 1, 3)
      + little(image.height - 1, 3) + little(100, 3) + [0] + Array(simple.dropFirst(12))
    return wrapped(
      width: canvasWidth, height: canvasHeight, flags: 0x02,
      chunk("ANIM", [0, 0, 0, 0, 0, 0]) + chunk("ANMF", frame) + chunk("ANMF", frame))
  }

  private static func encoded(_ image: GrayImage, lossless: Bool, alpha: [UInt8]?) -> [UInt8] {
    guard let pix = pixCreate(Int32(image.width), Int32(image.height), 32) else { return [] }
    defer {
      var owned: UnsafeMutablePointer<Pix>? = pix
      pixDestroy(&owned)
    }
    if alpha != nil { pixSetSpp(pix, 4) }
    for y in 0..<image.height {
      for x in 0..<image.width {
        let level = UInt32(image[x, y])
        let seen = UInt32(alpha?[y * image.width + x] ?? 255)
        pixSetPixel(
          pix, Int32(x), Int32(y), level << 24 | level << 16 | level << 8 | seen)
      }
    }
    var buffer: UnsafeMutablePointer<UInt8>?
    var size = 0
    pixWriteMemWebP(&buffer, &size, pix, 90, lossless || alpha != nil ? 1 : 0)
    defer { lept_free(buffer) }
    guard let buffer else { return [] }
    return Array(UnsafeBufferPointer(start: buffer, count: size))
  }

  private static func wrapped(
    width: Int, height: Int, flags: UInt8, _ chunks: [UInt8]
  ) -> [UInt8] {
    let all =
      chunk("VP8X", [flags, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3)) + chunks
    return Array("RIFF".utf8) + little(all.count + 4, 4) + Array("WEBP".utf8) + all
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    Array(type.utf8) + little(data.count, 4) + data + (data.count % 2 == 1 ? [0] : [])
  }

  private static func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
