internal import CAssets
internal import Crypto

/// The files of the pages, as they are compiled into the program.
enum StationFiles {
  /// One file.
  struct File: Sendable {
    /// Its bytes.
    let bytes: [UInt8]
    /// Tells one version from another, quoted as `ETag` wants it.
    let tag: String
  }

  /// By their names: `assets/shell.js`, `templates/haul.mustache`.
  static let all: [String: File] = {
    var files: [String: File] = [:]
    for index in 0..<cassets_station_count() {
      var size = 0
      guard let name = cassets_station_name(index), let start = cassets_station_file(index, &size)
      else { continue }
      let bytes = Array(UnsafeBufferPointer(start: start, count: size))
      let tag = "\"" + Secret.hexadecimal(SHA256.hash(data: bytes).prefix(16)) + "\""
      files[String(cString: name)] = File(bytes: bytes, tag: tag)
    }
    return files
  }()

  /// The media type of a file, by the end of its name.
  static func type(of name: String) -> String {
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    return types[ending] ?? "application/octet-stream"
  }

  private static let types = [
    "css": "text/css; charset=utf-8", "html": "text/html; charset=utf-8",
    "ico": "image/x-icon", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "map": "application/json", "png": "image/png",
    "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json", "webp": "image/webp", "woff2": "font/woff2",
  ]
}
