internal import IMEI

/// One row of a TAC list, ready for the store. All texts are printable.
struct TACAllocation: Hashable {
  /// The code.
  var tac: TAC
  /// The brand, else the manufacturer; `nil` when the list gives neither.
  var make: String?
  /// The manufacturer where it is not the same text as ``make``.
  var manufacturer: String?
  /// The name on the box, else the maker's.
  var model: String?
  /// Further names, each once.
  var otherNames: [String] = []
  /// What kind of equipment it is, in the list's words.
  var deviceType: String?
  /// The day of the allocation as it stands in the list.
  var allocated: String?
  /// The line of the file, from 1.
  var line: Int

  /// The longest make, model, single other name, device type and date that are kept, in characters.
  static let nameLimit = 200
  static let wordLimit = 80
  /// How many other names are kept.
  static let mostOtherNames = 24

  /// The names by which makes are compared.
  var makeNames: [MakeName] { [make, manufacturer].compactMap { $0.flatMap { MakeName($0) } } }

  /// Whether both say the same of the code: make and model, by their words.
  func agrees(with other: TACAllocation) -> Bool {
    let makes = MakeComparison.of(makeNames, other.makeNames)
    guard makes == .same || (makeNames.isEmpty && other.makeNames.isEmpty) else { return false }
    return MakeName.words(of: model ?? "") == MakeName.words(of: other.model ?? "")
  }
}
