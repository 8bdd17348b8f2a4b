internal import CTurboJPEG

/// JPEG through libjpeg-turbo, straight to the Y plane where the file has one.
enum JPEGDecoder {
  /// Decodes at 1/`step` of the stored size; orientation is not applied.
  static func decode(
    _ view: ByteView, _ jpeg: JPEGStructure, reducedBy step: Int
  ) throws(ImagingError) -> GrayImage {
    guard jpeg.isComplete(view) else { throw .truncated(.jpeg, bytes: view.count) }
    guard let turbo = TurboDecompressor() else {
      throw .damaged(.jpeg, "the decoder could not be started")
    }
    let width = (jpeg.width + step - 1) / step
    let height = (jpeg.height + step - 1) / step
    if jpeg.components == 4 {
      let inks = try turbo.decompress(view, width: width, height: height, format: TJPF_CMYK)
      return gray(
        fromInks: inks, width: width, height: height, inverted: jpeg.adobeTransform != nil)
    }
    let pixels = try turbo.decompress(view, width: width, height: height, format: TJPF_GRAY)
    return GrayImage(width: width, height: height, pixels: pixels)
  }

  /// CMYK to grey without a colour profile; Adobe stores the inks inverted.
  private static func gray(
    fromInks inks: [UInt8], width: Int, height: Int, inverted: Bool
  ) -> GrayImage {
    inks.withUnsafeBufferPointer { source in
      GrayImage(width: width, height: height) { target in
        let flip: UInt8 = inverted ? 0 : 255
        for index in 0..<width * height {
          let (c, m) = (UInt32(source[4 * index] ^ flip), UInt32(source[4 * index + 1] ^ flip))
          let (y, k) = (UInt32(source[4 * index + 2] ^ flip), UInt32(source[4 * index + 3] ^ flip))
          target[index] = UInt8(truncatingIfNeeded: (Luma.gray(c, m, y) &* k &+ 127) / 255)
        }
      }
    }
  }
}

/// Owns one TurboJPEG handle.
private final class TurboDecompressor {
  private let handle: tjhandle

  init?() {
    guard let handle = tjInitDecompress() else { return nil }
    self.handle = handle
  }

  deinit { tjDestroy(handle) }

  func decompress(
    _ view: ByteView, width: Int, height: Int, format: TJPF
  ) throws(ImagingError) -> [UInt8] {
    let channels = format == TJPF_CMYK ? 4 : 1
    let count = width * height * channels
    var status: Int32 = -1
    let pixels = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
      target.initialize(repeating: 255)
      status = view.bytes.withUnsafeBufferPointer { source in
        // A limit on scans stops files that make a progressive decoder go round for minutes.
        tjDecompress2(
          handle, source.baseAddress, UInt(source.count), target.baseAddress, Int32(width),
          Int32(width * channels), Int32(height), Int32(format.rawValue), TJFLAG_LIMITSCANS)
      }
      filled = count
    }
    guard status != 0 else { return pixels }
    let message = tjGetErrorStr2(handle).map { String(cString: $0) } ?? ""
    let isWarning = tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue)
    if isWarning, Self.harmless.contains(where: message.contains) { return pixels }
    if message.contains("Premature end of JPEG file") {
      throw .truncated(.jpeg, bytes: view.count, detail: message)
    }
    throw .damaged(.jpeg, "its picture data cannot be decoded", detail: message)
  }

  /// Warnings of libjpeg that leave every pixel as it was meant.
  private static let harmless = [
    "extraneous bytes before marker", "Unknown Adobe color transform code",
    "Invalid SOS parameters for sequential JPEG",
  ]
}
