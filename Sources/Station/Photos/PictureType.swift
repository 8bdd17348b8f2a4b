internal import Imaging

/// As what a browser is given a picture; told by the bytes, never by the file's name.
enum PictureType: String, Sendable, CaseIterable {
  case jpeg = "image/jpeg"
  case png = "image/png"
  case gif = "image/gif"
  case webp = "image/webp"
  case bmp = "image/bmp"

  /// The type of a picture that browsers show as it is; nil for formats that they do not.
  init?(_ format: ImageFormat) {
    switch format {
    case .jpeg: self = .jpeg
    case .png: self = .png
    case .gif: self = .gif
    case .webp: self = .webp
    case .bmp: self = .bmp
    case .tiff, .heif: return nil
    }
  }

  /// What a file of it is called at the end.
  var fileExtension: String {
    switch self {
    case .jpeg: "jpg"
    case .png: "png"
    case .gif: "gif"
    case .webp: "webp"
    case .bmp: "bmp"
    }
  }
}
