internal import CArchive

/// Unpacks the one list in a zip file while it streams, its checksum compared.
///
/// Nothing is written and no name is used as a path. Folders and the side files of macOS do not count.
final class ZipReader {
  /// The name of the list in the archive, printable.
  private(set) var memberName = ""

  private let packed: PackedBytes
  private let feed: ZipFeed
  private let archive: OpaquePointer
  private var membersSeen = 0
  private var isAtEnd = false

  private static let namesShown = 5
  private static let membersLimit = 10_000

  /// Opens the archive and goes to its list.
  ///
  /// - Throws: ``BlockListError`` `unsuitableArchive`, `damagedFile`, `notText`, `fileUnreadable`.
  init(_ packed: PackedBytes) throws(BlockListError) {
    self.packed = packed
    feed = ZipFeed(packed)
    guard let archive = archive_read_new() else {
      throw BlockListError(
        .fileUnreadable, "\(packed.input.name) could not be unpacked: there is no memory for it",
        cure: "Close other programs and try again.")
    }
    self.archive = archive
    guard archive_read_support_format_zip_streamable(archive) == ARCHIVE_OK,
      feed.open(archive) == ARCHIVE_OK
    else { throw failure() }
    guard let name = try nextMember() else {
      try finish()
      throw unsuitable(
        "holds no list", cure: "Pack the list file into it, or give the list file itself.")
    }
    memberName = name
  }

  deinit { archive_read_free(archive) }

  /// Unpacks up to `target.count` bytes into `target`.
  ///
  /// - Returns: how many bytes; 0 at the end, when no other list follows.
  /// - Throws: ``BlockListError`` `unsuitableArchive`, `damagedFile`, `fileUnreadable`.
  func read(into target: inout [UInt8]) throws(BlockListError) -> Int {
    guard !isAtEnd else { return 0 }
    let archive = archive
    let count = target.withUnsafeMutableBytes {
      archive_read_data(archive, $0.baseAddress, $0.count)
    }
    if count > 0 { return count }
    guard count == 0 else { throw failure() }
    isAtEnd = true
    try refuseFurtherMembers()
    try finish()
    return 0
  }

  /// The printable name of the next member that is neither folder nor side file; `nil` at the end.
  private func nextMember() throws(BlockListError) -> String? {
    var entry: OpaquePointer?
    while true {
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return nil }
      // A warning is about a name in an unknown encoding; names are only shown.
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw failure() }
      membersSeen += 1
      guard membersSeen <= Self.membersLimit else {
        throw unsuitable(
          "holds more than \(Self.membersLimit) files", cure: "Give the list file itself.")
      }
      let name = archive_entry_pathname(entry).map { String(cString: $0) } ?? ""
      if name == "[Content_Types].xml" {
        throw BlockListError(
          .notText, "\(packed.input.name) is an Excel workbook, no list as text",
          cure: "Save the sheet as CSV in UTF-8.")
      }
      if archive_entry_filetype(entry) == 0o040000 || name.hasSuffix("/") { continue }
      if name.hasPrefix("__MACOSX/") || name.split(separator: "/").last == ".DS_Store" { continue }
      let shown = VisibleText.escaping(name, limit: 120)
      if archive_entry_is_encrypted(entry) != 0 {
        throw unsuitable(
          "holds “\(shown)” encrypted",
          cure: "Unpack it with its password and give the list file itself.")
      }
      return shown
    }
  }

  private func refuseFurtherMembers() throws(BlockListError) {
    var names = [memberName]
    while let name = try nextMember() { names.append(name) }
    guard names.count > 1 else { return }
    let more = names.count - Self.namesShown
    let shown = names.prefix(Self.namesShown).map { "“\($0)”" }.joined(separator: ", ")
    throw unsuitable(
      "holds \(names.count) files: \(shown)\(more > 0 ? " and \(more) more" : "")",
      cure: "Unpack it and give one list at a time.")
  }

  /// Reads the file to its end, for its digest, and compares its directory with what was read.
  private func finish() throws(BlockListError) {
    if let error = feed.error { throw error }
    try feed.drain()
    guard let promised = feed.membersInDirectory else {
      throw damaged("ends before its directory does", nil)
    }
    // 65,535 stands for “see the 64-bit record”.
    guard promised == membersSeen || promised == 0xFFFF else {
      throw damaged(
        "lists \(promised) files in its directory but holds \(membersSeen)", nil)
    }
  }

  /// What stopped libarchive: the input, a password, or damage.
  private func failure() -> BlockListError {
    if let error = feed.error { return error }
    let detail = archive_error_string(archive).map {
      VisibleText.escaping(String(cString: $0), limit: 300)
    }
    return damaged("is cut off or does not unpack", detail)
  }

  private func damaged(_ what: String, _ detail: String?) -> BlockListError {
    BlockListError(
      .damagedFile, "\(packed.input.name) is a zip archive that \(what)",
      cure: "Get the file again; it was cut off or changed on its way.", detail: detail)
  }

  private func unsuitable(_ what: String, cure: String) -> BlockListError {
    BlockListError(
      .unsuitableArchive, "\(packed.input.name) is a zip archive that \(what)", cure: cure)
  }
}
