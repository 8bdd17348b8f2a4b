internal import CaseFile

/// A person who is known to the case.
struct OperatorItem: Codable, Sendable, Hashable {
  /// How events name the person.
  var person: String
  /// The name.
  var name: String
  /// The collar or staff number.
  @Nullable var number: String?
  /// What the person may do.
  var role: String

  init(_ known: Operator) {
    person = known.person.visible()
    name = known.name.visible()
    number = known.number?.visible()
    role = known.role.rawValue
  }
}
