internal import BlockList
internal import CaseFile
internal import Imaging
internal import Intake

/// Makes small pictures: workers decode the originals, and what they hand back is redacted and put away on a
/// queue of this actor's own, where disk and case are waited for.
actor ThumbnailMaker {
  /// Makes a PNG file of a photo's first page; nil when the file's bytes are not of the SHA-256 given.
  typealias Preview =
    @Sendable (_ path: PhotoPath, _ side: Int, _ sha256: String) async throws -> [UInt8]?

  private static let missing =
    "The original is not where the case knows it to be: there is no small picture."
  private static let changed =
    "The original is no longer as it was recorded: there is no small picture."
  /// By how much a picture that takes too many bytes is shrunk each time.
  private static let shrinking = 0.8

  private let file: CaseFile
  private let originals: OriginalStore?
  private let mode: ThumbnailMode
  private let preview: Preview
  private let folder: PrivateFolder
  private let opener = PhotoOpener(followsLinks: false)
  private let executor = QueueExecutor(label: "imeikit.report.thumbnails")

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  init(
    file: CaseFile, originals: OriginalStore?, mode: ThumbnailMode, folder: PrivateFolder,
    preview: @escaping Preview
  ) {
    self.file = file
    self.originals = originals
    self.mode = mode
    self.preview = preview
    self.folder = folder
  }

  /// Makes the picture of a photo and puts it away.
  ///
  /// - Returns: why there is none; nil when there is.
  func make(_ order: ThumbnailOrder) async throws -> String? {
    let place: PhotoPath
    switch try find(order.photo) {
    case .found(let path): place = path
    case .changed: return Self.changed
    case .missing: return Self.missing
    }
    let picture: [UInt8]?
    do {
      picture = try await preview(place, mode.side, order.photo)
    } catch let error as IntakeError where error.code == .inputOutput {
      return "There is no small picture: \(error.message)"
    }
    guard let picture else { return Self.changed }
    guard let bytes = try bytes(of: picture, order) else {
      return "There is no small picture: what the worker made of the photo cannot be read."
    }
    try folder.write(bytes, as: order.photo)
    return nil
  }

  private enum Place {
    case found(PhotoPath)
    case changed
    case missing
  }

  /// Where the photo's bytes lie: the station's own copy, or a path that the case knows.
  private func find(_ photo: String) throws -> Place {
    let paths =
      [originals?.path(of: photo)].compactMap(\.self)
      + (try file.photo(photo)?.names ?? []).map { PhotoPath(bytes: $0) }
      .filter { $0.bytes.first == UInt8(ascii: "/") }
    var isChanged = false
    for path in paths {
      guard let found = opener.digest(of: path) else { continue }
      if found == photo { return .found(path) }
      isChanged = true
    }
    return isChanged ? .changed : .missing
  }

  /// What is put away of a worker's picture; nil when that is none.
  private func bytes(of picture: [UInt8], _ order: ThumbnailOrder) throws -> [UInt8]? {
    let side = mode.side
    let limits = ImageLimits(maxPixels: side * side, maxFileBytes: picture.count, maxPages: 1)
    guard var image = try? ImageDecoder(limits: limits).decode(picture),
      max(image.width, image.height) <= side
    else { return nil }
    if mode == .redacted {
      image = PhotoRedaction(places: order.places, width: order.width, height: order.height)
        .applied(to: image)
    }
    while true {
      // Written anew: a worker's file may hold more than its pixels.
      guard let bytes = try? image.pngData() else { return nil }
      if bytes.count < ReportThumbnails.mostBytes { return bytes }
      image = image.scaled(
        toWidth: Int(Double(image.width) * Self.shrinking),
        height: Int(Double(image.height) * Self.shrinking))
    }
  }
}
