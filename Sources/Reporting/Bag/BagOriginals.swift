internal import Crypto
internal import Glibc
internal import Imaging
internal import Intake

/// The photos in a bag: their SHA-256 and names always, copies where asked for.
struct BagOriginals {
  static let missingName = "missing-originals.txt"
  static let hashesName = "originals-sha256.txt"
  private static let chunk = 1 << 16

  private let photos: [PhotoRecord]

  init(_ photos: [PhotoRecord]) { self.photos = photos }

  /// Writes lists and copies.
  ///
  /// - Throws: ``ReportingError`` `unwritable`; what the closure of the paths throws.
  func write(
    _ originals: EvidenceBag.Originals, to data: StagedFolder
  ) throws -> BagSummary.Originals {
    try data.write(photos.map { "\($0.sha256)\n" }.joined().utf8, to: Self.hashesName)
    var table = BagTable("sha256", "size", "name")
    for photo in photos {
      for name in photo.names.isEmpty ? [[]] : photo.names {
        table.add(photo.sha256, photo.size.map(String.init) ?? "", BagTable.shown(name))
      }
    }
    try data.write(table.bytes, to: "originals.csv")

    guard case .copies(let paths) = originals else {
      return BagSummary.Originals(areCopied: false, photos: photos.count)
    }
    var missing: [BagSummary.MissingOriginal] = []
    for photo in photos {
      let reason = try copy(photo.sha256, from: try paths(photo.sha256), to: data)
      if let reason {
        missing.append(BagSummary.MissingOriginal(sha256: photo.sha256, reason: reason))
      }
    }
    if !missing.isEmpty {
      let lines = missing.map { "\($0.sha256)  \($0.reason.rawValue)\n" }.joined()
      try data.write(lines.utf8, to: Self.missingName)
    }
    return BagSummary.Originals(areCopied: true, photos: photos.count, missing: missing)
  }

  /// Copies a photo from the first path that has its bytes.
  ///
  /// The bytes that are hashed are those that are written: no change in between goes unnoticed.
  ///
  /// - Returns: why there is no copy; nil when there is one.
  private func copy(
    _ sha256: String, from paths: [PhotoPath], to data: StagedFolder
  ) throws(ReportingError) -> BagSummary.MissingOriginal.Reason? {
    let opener = PhotoOpener(followsLinks: false)
    var reason = BagSummary.MissingOriginal.Reason.missing
    for path in paths {
      guard let bytes = try? opener.read(path) else {
        if Self.isThere(path), reason == .missing { reason = .unreadable }
        continue
      }
      guard StagedFile.hexadecimal(SHA256.hash(data: bytes)) == sha256 else {
        reason = .changed
        continue
      }
      let file = try data.create("originals/\(sha256).\(Self.ending(of: bytes))")
      for start in stride(from: 0, to: bytes.count, by: Self.chunk) {
        try file.append(bytes[start..<min(start + Self.chunk, bytes.count)])
      }
      try file.finish()
      return nil
    }
    return reason
  }

  private static func isThere(_ path: PhotoPath) -> Bool {
    var status = stat()
    let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
    return lstat(name, &status) == 0 || (errno != ENOENT && errno != ENOTDIR)
  }

  /// What a file's name ends in by its bytes, whatever it was called.
  private static func ending(of bytes: [UInt8]) -> String {
    let beginning = Array(bytes.prefix(ImageFormat.beginningLength))
    guard let format = try? ImageFormat(ofFileBeginning: beginning) else { return "bin" }
    return switch format {
    case .jpeg: "jpg"
    case .png: "png"
    case .tiff: "tif"
    case .webp: "webp"
    case .bmp: "bmp"
    case .gif: "gif"
    case .heif: "heic"
    }
  }
}
