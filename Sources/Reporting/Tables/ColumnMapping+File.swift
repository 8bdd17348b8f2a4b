internal import Glibc

extension ColumnMapping {
  /// A mapping from a file.
  ///
  /// - Throws: ``ReportingError`` `badValue`: it cannot be read, is too large, is no UTF-8, or its text is no
  ///   mapping.
  public init(contentsOf path: String) throws(ReportingError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.unreadable(path, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Self.unreadable(path, "it is no file")
    }
    var bytes = [UInt8](repeating: 0, count: Self.sizeLimit + 1)
    var count = 0
    while count < bytes.count {
      let taken = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      if taken < 0, errno == EINTR { continue }
      guard taken >= 0 else { throw Self.unreadable(path, String(cString: strerror(errno))) }
      if taken == 0 { break }
      count += taken
    }
    guard count <= Self.sizeLimit else {
      throw Self.unreadable(path, "it has more than \(Self.sizeLimit) bytes")
    }
    guard let text = String(validating: bytes[..<count], as: UTF8.self) else {
      throw Self.unreadable(path, "it is no UTF-8 text")
    }
    try self.init(text)
  }

  private static func unreadable(_ path: String, _ why: String) -> ReportingError {
    ReportingError(
      .badValue, "The column mapping \(ReportingError.shown(path)) cannot be read: \(why)",
      cure: "Name a text file with a line such as “Serial = imei” for each column.")
  }
}
