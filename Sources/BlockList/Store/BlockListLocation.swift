public import Foundation
internal import Glibc

/// Where the block-list store lies.
public enum BlockListLocation {
  /// The file name of the store.
  public static let fileName = "blocklists.sqlite"

  /// The store of the user: `$IMEIKIT_HOME/blocklists.sqlite`, else
  /// `$XDG_DATA_HOME/imeikit/blocklists.sqlite`, else `~/.local/share/imeikit/blocklists.sqlite`.
  ///
  /// An `XDG_DATA_HOME` that is no absolute path does not count (XDG Base Directory Specification).
  ///
  /// - Throws: ``BlockListError`` `storeUnavailable` when no variable tells a home folder.
  public static func defaultPath(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(BlockListError) -> String {
    func folder(_ variable: String) -> String? {
      environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let home = folder("IMEIKIT_HOME") { return join(home, fileName) }
    if let data = folder("XDG_DATA_HOME"), data.hasPrefix("/") {
      return join(data, "imeikit/\(fileName)")
    }
    if let home = folder("HOME") { return join(home, ".local/share/imeikit/\(fileName)") }
    throw BlockListError(
      .storeUnavailable, "there is no home folder to keep block lists in",
      cure: "Set IMEIKIT_HOME to a folder.")
  }

  /// Makes the store file and its folders when they are missing: 0600 and 0700, whatever the umask
  /// allows. What exists keeps its rights.
  static func createFile(at path: String) throws(BlockListError) {
    if let cut = path.lastIndex(of: "/"), cut != path.startIndex {
      try createFolder(String(path[..<cut]))
    }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw unavailable(path, errno) }
    close(descriptor)
  }

  /// The folder of a path.
  static func folder(of path: String) -> String {
    guard let cut = path.lastIndex(of: "/") else { return "." }
    return cut == path.startIndex ? "/" : String(path[..<cut])
  }

  private static func createFolder(_ path: String) throws(BlockListError) {
    var status = stat()
    if stat(path, &status) == 0 { return }
    if let cut = path.lastIndex(of: "/"), cut != path.startIndex {
      try createFolder(String(path[..<cut]))
    }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw unavailable(path, errno) }
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private static func unavailable(_ path: String, _ code: Int32) -> BlockListError {
    BlockListError(
      .storeUnavailable, "\(path) could not be opened: \(String(cString: strerror(code)))",
      cure: "Check the path and the rights, or set IMEIKIT_HOME to another folder.",
      detail: "errno \(code)")
  }
}
