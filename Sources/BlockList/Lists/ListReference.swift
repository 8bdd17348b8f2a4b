/// Which list an answer comes from: name, day and the digest of its bytes.
///
/// Every answer carries these, so that it can be checked later against the list file itself
/// (`sha256sum FILE`).
public struct ListReference: Hashable, Sendable, Codable {
  /// The name given at import.
  public let name: String
  /// The day the list stands for.
  public let date: ListDate
  /// SHA-256 of the list file's bytes, 64 lowercase hexadecimal digits.
  public let sha256: String

  /// A reference to one imported list.
  public init(name: String, date: ListDate, sha256: String) {
    self.name = name
    self.date = date
    self.sha256 = sha256
  }
}

extension ListReference: CustomStringConvertible {
  /// `“NAME” of YYYY-MM-DD`.
  public var description: String { "“\(name)” of \(date)" }
}
