/// Where the pictures of a report come from. Called from one thread at a time, off the cooperative pool.
public struct ReportImages: Sendable {
  /// The picture of a reading's digits, a PNG file's bytes; nil when the case keeps none.
  public let crop: @Sendable (_ photo: String, _ position: Int) throws -> [UInt8]?
  /// A small picture of a whole photo, a grey PNG file's bytes; nil when none is wanted or to be had.
  public let thumbnail: @Sendable (_ photo: String) throws -> [UInt8]?

  /// Pictures from two sources.
  public init(
    crop: @escaping @Sendable (_ photo: String, _ position: Int) throws -> [UInt8]?,
    thumbnail: @escaping @Sendable (_ photo: String) throws -> [UInt8]? = { _ in nil }
  ) {
    self.crop = crop
    self.thumbnail = thumbnail
  }

  /// No pictures.
  public static let none = ReportImages(crop: { _, _ in nil })
}
