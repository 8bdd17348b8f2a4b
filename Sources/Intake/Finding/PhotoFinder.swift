/// Turns the paths a person gives into the list of files to read.
///
/// A path named by the caller is always tried. Inside a folder every regular file is tried by its
/// content, except hidden ones, and except those whose extension names a sidecar or a film
/// (``sidecarExtensions``) unless the first bytes are a picture's. Folders are entered once each,
/// by device and inode, so loops end; a file with two paths is listed under the one without
/// symbolic links.
public struct PhotoFinder: Sendable {
  /// Extensions, in small letters, of files beside photos that are no photos.
  public static let sidecarExtensions: Set<String> = [
    "json", "jsonl", "ndjson", "txt", "md", "csv", "tsv", "pdf", "html", "htm", "xml", "xmp", "log",
    "sha256", "md5", "sig", "db", "ini", "sqlite", "sqlite-wal", "sqlite-shm", "imeikit", "aae",
    "mov",
    "mp4", "m4v", "3gp", "avi", "zip",
  ]

  /// The most files listed in one scan.
  public var maximumFiles: Int

  /// Whether symbolic links are followed; where they are not, each is refused.
  public var followsLinks: Bool

  /// A finder with this limit; the default is five million.
  public init(maximumFiles: Int = 5_000_000, followsLinks: Bool = true) {
    self.maximumFiles = maximumFiles
    self.followsLinks = followsLinks
  }

  /// The files to read under the paths given.
  ///
  /// - Throws: ``IntakeError`` of code `noPhotos` when there is nothing to read and nothing to
  ///   refuse, `badInput` above ``maximumFiles``.
  public func find(in paths: [PhotoPath]) throws(IntakeError) -> PhotoListing {
    var walk = FolderWalk(maximumFiles: maximumFiles, followsLinks: followsLinks)
    let roots = Set(paths.map { $0.bytes.isEmpty ? $0 : $0.normalized }).sorted()
    try walk.run(roots: roots)
    let listing = PhotoListing(
      entries: walk.entries, skipped: walk.skipped, emptyFolders: walk.emptyFolders)
    if listing.entries.isEmpty {
      let named = roots.prefix(3).map(\.quoted).joined(separator: ", ")
      let places = roots.count > 3 ? "\(named) and \(roots.count - 3) more" : named
      throw IntakeError(
        code: .noPhotos,
        message: roots.isEmpty ? "No path was given." : "There is no photo in \(places).",
        cure: "Name photo files, or a folder that holds some.", detail: listing.skippedSummary)
    }
    return listing
  }
}
