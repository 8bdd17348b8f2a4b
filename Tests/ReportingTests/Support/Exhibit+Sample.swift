import CaseFile

extension Exhibit {
  /// An exhibit as a case would have it.
  static func sample(_ reference: String, description: String?, seal: String?) -> Exhibit {
    Exhibit(
      reference: reference, key: reference.replacing("/", with: "").lowercased(),
      details: Details(
        description: description, foundBy: "PC Finder 12", producedBy: "AB",
        exhibitsOfficer: "E. Officer 7"),
      seals: seal.map { [BagSeal(number: $0, from: "2026-11-18T10:00Z")] } ?? [])
  }
}
