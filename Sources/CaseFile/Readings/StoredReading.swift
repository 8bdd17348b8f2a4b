/// A photo's result as the case keeps it.
public struct KeptResult: Sendable, Hashable {
  /// SHA-256 of the photo.
  public let photo: String
  /// The run it was read in.
  public let run: RunID
  /// The digest of the settings it was read with.
  public let settings: String
  /// The photo's status in it.
  public let status: String
  /// The JSON object exactly as recorded; empty once the case was purged.
  public let json: String
  /// The same with the latest answers in place of those that it was recorded with: ``json`` itself as long as
  /// no newer lists were asked for its numbers.
  public let current: String
  /// When the lists were asked whose answers ``current`` has, UTC.
  public let answeredAt: String
  /// The event of the recheck that these answers are of; `nil` when they are those that it was recorded with.
  public let recheck: Int64?
  /// SHA-256 of ``json`` as it was recorded.
  public let digest: String
  /// When it was recorded, UTC.
  public let recordedAt: String
  /// Whether it is the result in force.
  public let isInForce: Bool
}

/// A number found in the case.
public struct NumberMatch: Sendable, Hashable {
  /// The digits.
  public let number: String
  /// SHA-256 of the photo.
  public let photo: String
  /// A name of the photo, its path's bytes.
  public let path: [UInt8]
  /// The exhibits the photo shows.
  public let exhibits: [String]
  /// The reading's place in the result, from 0; `nil` for a number that a person gave.
  public let position: Int?
  /// The reading's status; `nil` for a number that a person gave.
  public let status: String?
  /// The latest block-list answer: `flagged`, `notFlagged`, `notChecked`.
  public let answer: String
  /// Who gave it, when it was a person.
  public let person: String?
}
