internal import CaseFile

/// What a person concludes about a number, as a client sends it.
struct DecisionBody: RequestObject {
  static let members: Set<String> = ["number", "act", "imei", "note"]
  static let lines = ["note": NoteBody.longest]

  /// What is concluded.
  enum Act: String, Codable, Sendable, CaseIterable {
    case accept, correct, key, unreadable, settle
  }

  /// Which number: `read:0`, `seen:0`.
  let number: String
  /// What is concluded.
  let act: Act
  /// The digits, with `correct`, `key` and `settle`.
  let imei: String?
  /// Why.
  let note: String?

  /// The decision about a number of a photo.
  ///
  /// - Throws: ``Problem`` 400 when the parts do not fit together.
  func decision(on photo: String) throws -> Decision {
    guard let place = ReadingSubject.Number(name: number) else {
      throw Problem.member("number", "is no number of a photo", cure: "Give read:0 or seen:0.")
    }
    return Decision(
      subject: ReadingSubject(photo: photo, number: place), act: try conclusion(), note: note)
  }

  private func conclusion() throws -> Decision.Act {
    switch act {
    case .accept, .unreadable:
      guard imei == nil else {
        throw Problem.member("imei", "does not belong to \(act.rawValue)", cure: "Leave it out.")
      }
      return act == .accept ? .accept : .unreadable
    case .settle: return .settle(imei)
    case .correct, .key:
      guard let imei else {
        throw Problem.member("imei", "is missing", cure: "Give the digits that stand there.")
      }
      return act == .key ? .key(imei) : .correct(imei)
    }
  }
}

/// A note alone.
struct NoteBody: RequestObject {
  static let members: Set<String> = ["note"]
  static let lines = ["note": longest]
  /// The longest note, in characters.
  static let longest = 1_000

  /// Why.
  let note: String?

  private enum CodingKeys: CodingKey { case note }

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    note = try keys.decodeIfPresent(String.self, forKey: .note)
    guard let note, !(1...Self.longest).contains(note.unicodeScalars.count) else { return }
    throw DecodingError.dataCorruptedError(
      forKey: .note, in: keys, debugDescription: "empty or too long")
  }
}

/// Which exhibit a photo shows, as a client sends it.
struct AssignmentBody: RequestObject {
  static let members: Set<String> = ["exhibit", "note"]
  static let lines = ["exhibit": ExhibitLimits.reference, "note": NoteBody.longest]

  /// The exhibit's reference.
  let exhibit: String
  /// Why.
  let note: String?
}
