internal import Glibc

/// Reads a text file line by line in constant memory, numbering its lines.
///
/// A line above the limit is told and passed over. A byte order mark before the first line and a
/// carriage return behind a line are no part of it.
public struct LineFile: ~Copyable {
  /// One line and its number, from 1.
  public struct Line: Sendable {
    /// Its number.
    public let number: Int
    /// Its bytes without the line end; `nil` when it is above the limit.
    public let bytes: [UInt8]?
  }

  /// Where the lines come from.
  public enum Source: Sendable {
    /// A file or named pipe.
    case file(PhotoPath)
    /// Descriptor 0, left open.
    case standardInput
  }

  /// The longest line read where no other limit is given: no photo's object comes near it.
  public static let defaultLimit = 16 << 20

  private static let chunk = 1 << 16

  private let descriptor: CInt
  private let owner: OwnedDescriptor?
  private let name: String
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var number = 0
  private var isAtEnd = false

  /// Opens the source.
  ///
  /// - Throws: ``IntakeError`` of code `inputOutput`.
  public init(_ source: Source, limit: Int = defaultLimit) throws(IntakeError) {
    self.limit = limit
    switch source {
    case .standardInput:
      (descriptor, owner, name) = (STDIN_FILENO, nil, "standard input")
    case .file(let path):
      name = path.quoted
      let opened = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
      guard opened >= 0 else { throw Self.unreadable(name, errno) }
      (descriptor, owner) = (opened, OwnedDescriptor(opened))
    }
  }

  /// The next line; `nil` at the end. A last line without a line end counts.
  ///
  /// - Throws: ``IntakeError`` of code `inputOutput`.
  public mutating func next() throws(IntakeError) -> Line? {
    var isTooLong = false
    var scanned = position
    while true {
      if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = isTooLong ? nil : line(upTo: end)
        position = end + 1
        number += 1
        return Line(number: number, bytes: line)
      }
      if buffer.count - position > limit + 1 {
        isTooLong = true
        position = buffer.count
      }
      scanned = buffer.count
      if isAtEnd {
        guard isTooLong || position < buffer.count else { return nil }
        let line = isTooLong ? nil : line(upTo: buffer.count)
        position = buffer.count
        number += 1
        return Line(number: number, bytes: line)
      }
      scanned -= position
      buffer.removeSubrange(..<position)
      position = 0
      try fill()
    }
  }

  private mutating func fill() throws(IntakeError) {
    switch DescriptorIO.read(descriptor, upTo: Self.chunk) {
    case .bytes(let bytes): buffer += bytes
    case .end: isAtEnd = true
    case .wouldBlock:
      var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      _ = Glibc.poll(&poll, 1, -1)
    case .failed(let code): throw Self.unreadable(name, code)
    }
  }

  private func line(upTo end: Int) -> [UInt8]? {
    var bytes = buffer[position..<end]
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    if number == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    return bytes.count > limit ? nil : Array(bytes)
  }

  private static func unreadable(_ name: String, _ code: CInt) -> IntakeError {
    IntakeError(
      code: .inputOutput, message: "\(name) could not be read.",
      cure: "Check that the file exists and that you may read it.",
      detail: ErrnoFailure(code: code).words)
  }
}
