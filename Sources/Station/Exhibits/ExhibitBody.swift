internal import CaseFile

/// A new exhibit, as a client sends it.
struct ExhibitBody: RequestObject {
  static let members: Set<String> = [
    "reference", "parent", "description", "foundBy", "producedBy", "exhibitsOfficer",
    "courtReference", "seal",
  ]
  static let lines = ExhibitChange.lines.merging(
    ["reference": ExhibitLimits.reference, "seal": ExhibitLimits.seal]) { first, _ in first }

  let reference: String
  let parent: String?
  let description: String?
  let foundBy: String?
  let producedBy: String?
  let exhibitsOfficer: String?
  let courtReference: String?
  /// The number of the bag that it is sealed in.
  let seal: String?

  /// What is known of it.
  var details: Exhibit.Details {
    Exhibit.Details(
      parent: parent, description: description, foundBy: foundBy, producedBy: producedBy,
      exhibitsOfficer: exhibitsOfficer, courtReference: courtReference)
  }
}

/// Changes of an exhibit: a member that is missing stays, one that is null is taken out.
struct ExhibitChange: RequestObject {
  static let members: Set<String> = [
    "parent", "description", "foundBy", "producedBy", "exhibitsOfficer", "courtReference",
  ]
  static let lines = [
    "parent": ExhibitLimits.reference, "description": ExhibitLimits.description,
    "foundBy": ExhibitLimits.name, "producedBy": ExhibitLimits.name,
    "exhibitsOfficer": ExhibitLimits.name, "courtReference": ExhibitLimits.name,
  ]

  private enum CodingKeys: String, CodingKey {
    case parent, description, foundBy, producedBy, exhibitsOfficer, courtReference
  }

  private let changes: [CodingKeys: String?]

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    var changes: [CodingKeys: String?] = [:]
    for key in keys.allKeys {
      changes.updateValue(try keys.decode(String?.self, forKey: key), forKey: key)
    }
    self.changes = changes
  }

  /// Whether nothing is to be changed.
  var isEmpty: Bool { changes.isEmpty }

  /// What is known of the exhibit after the changes.
  func applied(to details: Exhibit.Details) -> Exhibit.Details {
    func value(_ key: CodingKeys, _ old: String?) -> String? {
      if let change = changes[key] { change } else { old }
    }
    return Exhibit.Details(
      parent: value(.parent, details.parent),
      description: value(.description, details.description),
      foundBy: value(.foundBy, details.foundBy),
      producedBy: value(.producedBy, details.producedBy),
      exhibitsOfficer: value(.exhibitsOfficer, details.exhibitsOfficer),
      courtReference: value(.courtReference, details.courtReference))
  }
}

/// A bag that an exhibit was sealed in, as a client sends it.
struct SealBody: RequestObject {
  static let members: Set<String> = ["number", "appliedAt"]
  static let lines = ["number": ExhibitLimits.seal, "appliedAt": ExhibitLimits.time]

  /// The number printed on the bag.
  let number: String
  /// When it was sealed, as told.
  let appliedAt: String?
}
