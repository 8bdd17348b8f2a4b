public import Imaging

/// Finds the parts of a photo that are worth reading.
public protocol Locator {
  /// The regions of an upright photo, in the order in which they are to be read.
  func regions(in photo: GrayImage) -> [Region]
}

/// A part of a photo, turned so that its text may stand upright.
public struct Region: Sendable {
  /// What a recogniser may expect in a region.
  public enum Content: Sendable {
    /// Anything: blocks, columns, pictures.
    case page
    /// One line of text.
    case line
  }

  /// The pixels to read.
  public var image: GrayImage
  /// What the pixels may hold.
  public var content: Content
  /// The way from the region's pixels to the photo's.
  public var toPhoto: PlaneTransform

  /// Makes a region.
  public init(image: GrayImage, content: Content, toPhoto: PlaneTransform) {
    self.image = image
    self.content = content
    self.toPhoto = toPhoto
  }
}
