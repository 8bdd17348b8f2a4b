internal import Glibc

extension PhotoPath {
  /// The folders on the way to this path and the path itself, outermost first.
  var lineage: [PhotoPath] {
    let ends = bytes.indices.dropFirst().filter { bytes[$0] == UInt8(ascii: "/") }
    return ends.map { PhotoPath(bytes: bytes[..<$0]) } + [self]
  }

  /// Whether this path is one of `folders` or lies, or would lie, below one; links resolved.
  public func isWithin(anyOf folders: [PhotoPath]) -> Bool {
    let start = PhotoPath(bytes.first == UInt8(ascii: "/") ? "/" : ".")
    let chain = normalized.lineage.reversed() + [start]
    guard let place = chain.lazy.compactMap(\.resolved).first else { return false }
    return folders.compactMap(\.resolved).contains { folder in
      place == folder || place.bytes.starts(with: folder.bytes + [UInt8(ascii: "/")])
        || folder.bytes == [UInt8(ascii: "/")]
    }
  }

  /// The path without links; nil when nothing is there.
  private var resolved: PhotoPath? {
    withCString { path in
      guard let found = realpath(path, nil) else { return nil }
      defer { free(found) }
      return PhotoPath(bytes: UnsafeRawBufferPointer(start: found, count: strlen(found)))
    }
  }
}
