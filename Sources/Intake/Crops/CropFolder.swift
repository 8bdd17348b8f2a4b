internal import Glibc

/// The folder into which the pictures of readings' digits are written.
///
/// A file's name is made of the photo's SHA-256 and the reading's number alone, so no photo's name
/// can steer it. A file is written beside its place and then moved there; what already stands there
/// is never replaced, links are not followed. Used by one task.
public final class CropFolder {
  private enum Standing {
    case nothing
    case same
    case different
  }

  private let path: PhotoPath
  private let folder: OwnedDescriptor
  /// Names that something else holds already, so that their crops were not written.
  public private(set) var takenNames: [String] = []

  /// Opens a folder, made first, with those above it, if it is missing.
  ///
  /// - Throws: ``IntakeError`` of code `inputOutput` when it cannot be made or opened, or is a link.
  public init(_ path: PhotoPath) throws(IntakeError) {
    self.path = path.normalized
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var number = self.path.withCString { open($0, flags) }
    if number < 0, errno == ENOENT {
      for parent in self.path.lineage { _ = parent.withCString { mkdir($0, 0o777) } }
      number = self.path.withCString { open($0, flags) }
    }
    guard number >= 0 else {
      throw IntakeError(
        code: .inputOutput, message: "Crops cannot be written to \(path.quoted).",
        cure: "Name a folder you may write, not a link to one.",
        detail: ErrnoFailure(code: errno).words)
    }
    folder = OwnedDescriptor(number)
  }

  /// The name of a reading's crop; nil when the digest is none.
  ///
  /// - Parameter number: the reading's number in its photo; the first is 1.
  public static func name(sha256: String?, number: Int) -> String? {
    guard let sha256, sha256.utf8.count == 64, sha256.utf8.allSatisfy(\.isSmallHexDigit) else {
      return nil
    }
    return "\(sha256.prefix(16))-\(number).png"
  }

  /// Writes the crops that a result carries.
  ///
  /// - Returns: the result with the names of its crops instead of their bytes. A crop whose name is
  ///   taken by something else is left out and named in the result's warnings.
  /// - Throws: ``IntakeError`` of code `inputOutput` when the folder takes no more.
  public func write(_ result: PhotoResult) throws(IntakeError) -> PhotoResult {
    var result = result
    for index in result.readings.indices {
      let bytes = result.readings[index].cropPNG
      result.readings[index].cropPNG = nil
      guard let bytes, let name = Self.name(sha256: result.sha256, number: index + 1) else {
        result.readings[index].cropDigitBoxes = []
        continue
      }
      switch standing(of: bytes, under: name) {
      case .same: result.readings[index].crop = name
      case .nothing:
        try place(bytes, under: name)
        result.readings[index].crop = name
      case .different:
        result.readings[index].cropDigitBoxes = []
        takenNames.append(name)
        result.warnings.append("The crop \(name) was not written: something else has its name.")
      }
    }
    return result
  }

  private func standing(of bytes: [UInt8], under name: String) -> Standing {
    let number = openat(folder.number, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { return errno == ENOENT ? .nothing : .different }
    defer { close(number) }
    var status = Glibc.stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == bytes.count
    else { return .different }
    var rest = bytes[...]
    while !rest.isEmpty {
      guard case .bytes(let part) = DescriptorIO.read(number, upTo: rest.count),
        rest.starts(with: part)
      else { return .different }
      rest = rest.dropFirst(part.count)
    }
    return .same
  }

  private func place(_ bytes: [UInt8], under name: String) throws(IntakeError) {
    let temporary = ".\(name).\(getpid())"
    var code = create(temporary, holding: bytes)
    if code == EEXIST, unlinkat(folder.number, temporary, 0) == 0 {
      // Left by an earlier process of the same number.
      code = create(temporary, holding: bytes)
    }
    if code == 0, renameat(folder.number, temporary, folder.number, name) != 0 { code = errno }
    guard code == 0 else {
      _ = unlinkat(folder.number, temporary, 0)
      throw IntakeError(
        code: .inputOutput, message: "The crop \(name) could not be written to \(path.quoted).",
        cure: "Make room there, or name another folder.", detail: ErrnoFailure(code: code).words)
    }
  }

  /// Writes a new file; returns 0 or the error number.
  private func create(_ name: String, holding bytes: [UInt8]) -> CInt {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let number = openat(folder.number, name, flags, 0o666)
    guard number >= 0 else { return errno }
    let code = DescriptorIO.writeAll(number, bytes)
    return close(number) == 0 || code != 0 ? code : errno
  }
}

extension UInt8 {
  fileprivate var isSmallHexDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
  }
}
