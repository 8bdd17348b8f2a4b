/// Reads picture files into upright 8-bit grey.
///
/// The calls run native decoders and take as long as the picture is large: call them on a thread
/// that may block. A decoder is a plain value and may be used from several threads at once.
public struct ImageDecoder: Sendable {
  /// What a file may ask for.
  public var limits: ImageLimits

  /// Makes a decoder.
  public init(limits: ImageLimits = ImageLimits()) {
    self.limits = limits
  }

  /// What the file says about itself, read without decoding and without any native library.
  public func header(of bytes: [UInt8]) throws(ImagingError) -> ImageHeader {
    try Picture(ByteView(bytes), limits: limits).header
  }

  /// Decodes a page, counted from 0, upright and in full size.
  public func decode(_ bytes: [UInt8], page: Int = 0) throws(ImagingError) -> GrayImage {
    try decode(bytes, page: page, reducedBy: 1)
  }

  /// Decodes a page at 1/1, 1/2, 1/4 or 1/8 of its size, sizes rounded up.
  ///
  /// JPEG is decoded small, which costs a fraction of the time; other formats are decoded in full
  /// and shrunk. Other denominators count as the next smaller one of these four.
  public func decode(
    _ bytes: [UInt8], page: Int, reducedBy denominator: Int
  ) throws(ImagingError) -> GrayImage {
    let step = denominator >= 8 ? 8 : denominator >= 4 ? 4 : denominator >= 2 ? 2 : 1
    let picture = try Picture(ByteView(bytes), limits: limits)
    return try picture.decode(page: page, reducedBy: step)
  }
}
