/// What a picture file says about itself before any pixel is decoded.
public struct ImageHeader: Sendable, Hashable {
  /// The format, told by content.
  public var format: ImageFormat
  /// Stored width in pixels, before orientation.
  public var width: Int
  /// Stored height in pixels, before orientation.
  public var height: Int
  /// The EXIF orientation, 1...8, that `ImageDecoder.decode` applies to the stored pixels.
  ///
  /// For HEIC it is made from the file's own rotation and mirroring, which rule there; an EXIF
  /// orientation beside them is ignored.
  public var orientation: Int
  /// The number of pages that can be decoded; 1 for all formats but TIFF.
  public var pageCount: Int
  /// When the camera took the picture, `2026-11-21T10:20:30`, with `+01:00` if EXIF has an offset.
  public var cameraTime: String?
  /// The camera's make, printable ASCII, at most 64 characters.
  public var cameraMake: String?
  /// The camera's model, printable ASCII, at most 64 characters.
  public var cameraModel: String?

  /// Makes a header from its parts.
  public init(
    format: ImageFormat, width: Int, height: Int, orientation: Int = 1, pageCount: Int = 1,
    cameraTime: String? = nil, cameraMake: String? = nil, cameraModel: String? = nil
  ) {
    self.format = format
    self.width = width
    self.height = height
    self.orientation = orientation
    self.pageCount = pageCount
    self.cameraTime = cameraTime
    self.cameraMake = cameraMake
    self.cameraModel = cameraModel
  }

  /// Width in pixels once upright.
  public var uprightWidth: Int { orientation >= 5 ? height : width }
  /// Height in pixels once upright.
  public var uprightHeight: Int { orientation >= 5 ? width : height }
}
