/// The report's pictures: asked for their size when pages are set, for their bytes when they are drawn.
final class PictureShelf {
  /// Bytes of pictures kept from setting to drawing; those beyond are fetched again.
  private static let room = 64 << 20

  private struct Entry {
    var header: PNGHeader?
    var isThere: Bool
    var bytes: [UInt8]?
  }

  private let images: ReportImages
  private var entries: [ReportPicture.Source: Entry] = [:]
  private var held = 0

  init(_ images: ReportImages) { self.images = images }

  /// Whether there is a picture at all, be it one that cannot be shown.
  ///
  /// - Throws: what the source throws.
  func holds(_ source: ReportPicture.Source) throws -> Bool { try entry(source).isThere }

  /// Its width and height in pixels; nil when there is none that can be shown.
  ///
  /// - Throws: what the source throws.
  func pixels(of source: ReportPicture.Source) throws -> PNGHeader? { try entry(source).header }

  /// Its bytes; nil when there is none that can be shown.
  ///
  /// - Throws: what the source throws.
  func bytes(of source: ReportPicture.Source) throws -> [UInt8]? {
    let entry = try entry(source)
    guard entry.header != nil else { return nil }
    guard let bytes = entry.bytes else {
      // A picture of another size than the one that was set would not fit its place.
      return try fetch(source).flatMap { PNGHeader($0) == entry.header ? $0 : nil }
    }
    return bytes
  }

  private func fetch(_ source: ReportPicture.Source) throws -> [UInt8]? {
    switch source {
    case .crop(let photo, let position): try images.crop(photo, position)
    case .thumbnail(let photo): try images.thumbnail(photo)
    }
  }

  private func entry(_ source: ReportPicture.Source) throws -> Entry {
    if let known = entries[source] { return known }
    let bytes = try fetch(source)
    var entry = Entry(header: bytes.flatMap(PNGHeader.init), isThere: bytes != nil)
    if let bytes, entry.header != nil, held + bytes.count <= Self.room {
      entry.bytes = bytes
      held += bytes.count
    }
    entries[source] = entry
    return entry
  }
}
