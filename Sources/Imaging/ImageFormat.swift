/// The picture formats that are read.
public enum ImageFormat: String, Sendable, Hashable, CaseIterable {
  /// JPEG: baseline, progressive and arithmetic, 8 bits a sample.
  case jpeg
  /// PNG: every colour type and bit depth.
  case png
  /// TIFF and BigTIFF, every page.
  case tiff
  /// WebP: lossy, lossless, and the first frame of an animation.
  case webp
  /// Windows bitmap.
  case bmp
  /// GIF: the first frame.
  case gif
  /// HEIF with HEVC pictures (HEIC): the primary picture.
  case heif

  /// The format's name as people write it.
  public var name: String {
    switch self {
    case .jpeg: "JPEG"
    case .png: "PNG"
    case .tiff: "TIFF"
    case .webp: "WebP"
    case .bmp: "BMP"
    case .gif: "GIF"
    case .heif: "HEIC"
    }
  }
}
