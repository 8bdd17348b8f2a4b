/// Where the bytes of a list come from.
public struct ListSource: Sendable {
  enum Origin: Sendable {
    case file(path: String)
    case descriptor(Int32)
    case bytes([UInt8])
  }

  let origin: Origin

  /// What messages call it: the path as given, or the name handed in.
  public let name: String

  /// A file or named pipe.
  public static func file(_ path: String) -> ListSource {
    ListSource(origin: .file(path: path), name: path)
  }

  /// An open file descriptor, such as 0 for standard input. It is read from where it stands and left
  /// open; the caller keeps it open until the work is done.
  public static func descriptor(_ descriptor: Int32, name: String) -> ListSource {
    ListSource(origin: .descriptor(descriptor), name: name)
  }

  /// Bytes in memory.
  public static func bytes(_ bytes: [UInt8], name: String) -> ListSource {
    ListSource(origin: .bytes(bytes), name: name)
  }

  /// ``name`` without its folder and without unprintable characters, for the record of the import.
  var recordedName: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return VisibleText.escaping(last, limit: 255)
  }
}
