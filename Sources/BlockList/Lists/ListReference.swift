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
  /// What it means to stand on it.
  public let kind: ListKind

  /// A reference to one imported list.
  public init(name: String, date: ListDate, sha256: String, kind: ListKind = .block) {
    self.name = name
    self.date = date
    self.sha256 = sha256
    self.kind = kind
  }

  private enum CodingKeys: String, CodingKey { case name, date, sha256, kind }

  /// Reads a reference; one written before there were kinds is of a block list.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      date: try container.decode(ListDate.self, forKey: .date),
      sha256: try container.decode(String.self, forKey: .sha256),
      kind: try container.decodeIfPresent(ListKind.self, forKey: .kind) ?? .block)
  }
}

extension ListReference: CustomStringConvertible {
  /// `“NAME” of YYYY-MM-DD`.
  public var description: String { "“\(name)” of \(date)" }
}
