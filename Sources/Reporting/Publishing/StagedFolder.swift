internal import CaseFile
internal import Crypto
internal import Glibc

/// A new folder that has its name only when everything in it is on the disk: never half a report.
///
/// It is written in a ``StagingFolder`` beside its place; every file is synced as it is finished. What is given
/// up goes at once, and what a killed process left goes when the next folder is begun there.
public final class StagedFolder {
  /// A file that was written.
  public struct Entry: Sendable, Hashable {
    /// Its path in the folder, with `/` between names.
    public let path: String
    /// Bytes.
    public let size: Int
    /// SHA-256, 64 small hexadecimal digits.
    public let sha256: String
  }

  /// Where it will stand.
  public let target: String
  private let temporary: String
  /// Nil of a view.
  private let staging: StagingFolder?
  /// Of a view: the folder that it looks into, and its place there with a `/` behind it.
  private let whole: (folder: StagedFolder, prefix: String)?
  private var folders: Set<String> = []
  private var written: [String: Entry] = [:]
  private var isPublished = false

  /// The files written so far, by path.
  public var entries: [Entry] {
    if let whole {
      return whole.folder.entries.filter { $0.path.hasPrefix(whole.prefix) }.map {
        Entry(
          path: String($0.path.dropFirst(whole.prefix.count)), size: $0.size, sha256: $0.sha256)
      }
    }
    return written.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Makes the folder under its temporary name.
  ///
  /// - Throws: ``ReportingError`` `alreadyThere`, `unwritable`.
  public init(_ target: String) throws(ReportingError) {
    var target = target
    while target.utf8.count > 1, target.hasSuffix("/") { target.removeLast() }
    var status = stat()
    guard lstat(target, &status) != 0 else {
      throw ReportingError(
        .alreadyThere, "there is something at \(ReportingError.shown(target)) already",
        cure: "Name a folder that is not there yet.")
    }
    self.target = target
    whole = nil
    let staging = try StagingFolder(for: target)
    self.staging = staging
    temporary = staging.path
  }

  private init(_ path: String, of folder: StagedFolder) {
    target = "\(folder.target)/\(path)"
    temporary = "\(folder.temporary)/\(path)"
    staging = nil
    whole = (folder, "\(path)/")
  }

  deinit { if !isPublished { staging?.remove() } }

  /// A folder in this one, for a writer that knows nothing of what lies around it.
  ///
  /// Its files count in the whole, which alone is published.
  public func inside(_ path: String) -> StagedFolder { StagedFolder(path, of: self) }

  /// Writes a small file.
  ///
  /// - Parameter path: in the folder; names of letters, digits, `.`, `-` and `_`, with `/` between them.
  /// - Throws: ``ReportingError`` `unwritable`, `badName`.
  public func write(_ bytes: some Sequence<UInt8>, to path: String) throws(ReportingError) {
    let file = try create(path)
    try file.append(bytes)
    try file.finish()
  }

  /// Begins a file that grows; it counts once ``StagedFile/finish()`` was called.
  ///
  /// - Throws: ``ReportingError`` `unwritable`, `badName`.
  public func create(_ path: String) throws(ReportingError) -> StagedFile {
    if let whole { return try whole.folder.create(whole.prefix + path) }
    return try StagedFile(at: try place(path), path: path, in: self)
  }

  /// Takes over a file that a library wrote at ``place(_:)``: syncs and counts it.
  ///
  /// - Throws: ``ReportingError`` `unwritable`.
  public func adopt(_ path: String) throws(ReportingError) {
    if let whole { return try whole.folder.adopt(whole.prefix + path) }
    let place = try place(path)
    let descriptor = open(place, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw ReportingError.unwritable(path, errno) }
    defer { close(descriptor) }
    var hash = SHA256()
    var size = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw ReportingError.unwritable(path, errno) }
      if count == 0 { break }
      hash.update(data: chunk[..<count])
      size += count
    }
    guard fsync(descriptor) == 0 else { throw ReportingError.unwritable(path, errno) }
    count(path, size: size, sha256: StagedFile.hexadecimal(hash.finalize()))
  }

  /// The path under which a library may write a file of the folder; ``adopt(_:)`` takes it over.
  ///
  /// - Throws: ``ReportingError`` `badName`, `unwritable`.
  public func place(_ path: String) throws(ReportingError) -> String {
    if let whole { return try whole.folder.place(whole.prefix + path) }
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = names.allSatisfy { name in
      !name.isEmpty && name.first != "." && name.utf8.count <= 200
        && name.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
        }
    }
    guard isPlain else {
      throw ReportingError(
        .badName, "\(ReportingError.shown(path)) is no name for a file of a report",
        cure: "Please report this: the names of a report's files are made by the program.")
    }
    var folder = ""
    for name in names.dropLast() {
      folder += "\(folder.isEmpty ? "" : "/")\(name)"
      if folders.insert(folder).inserted, mkdir("\(temporary)/\(folder)", 0o700) != 0 {
        throw ReportingError.unwritable(path, errno)
      }
    }
    return "\(temporary)/\(path)"
  }

  /// Gives the folder its name. What has come to be there meanwhile is not replaced, be it an empty folder.
  ///
  /// - Throws: ``ReportingError`` `alreadyThere`, `unwritable`; `notReady` for a folder ``inside(_:)`` another.
  public func publish() throws(ReportingError) {
    guard whole == nil else {
      throw ReportingError(
        .notReady,
        "\(ReportingError.shown(target)) is a part of a folder that is not published yet",
        cure: "Please report this: the whole gets its name at once.")
    }
    for folder in folders.sorted() { try Self.sync("\(temporary)/\(folder)") }
    try Self.sync(temporary)
    let code = FinishedFolder.rename(temporary, to: target)
    guard code == 0 else { throw ReportingError.unwritable(target, code) }
    isPublished = true
    try Self.sync(target.lastIndex(of: "/").map { String(target[...$0]) } ?? ".")
  }

  func count(_ path: String, size: Int, sha256: String) {
    written[path] = Entry(path: path, size: size, sha256: sha256)
  }

  private static func sync(_ folder: String) throws(ReportingError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReportingError.unwritable(folder, errno) }
    defer { close(descriptor) }
    // File systems that cannot sync a folder say EINVAL, and have the names there in time.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw ReportingError.unwritable(folder, errno)
    }
  }
}
