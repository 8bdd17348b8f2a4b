/// What stops an import until a person says otherwise, by name; each override is kept with the import.
///
/// After the checks that DIRBS makes of its lists, and what spreadsheets do to numbers.
public enum ImportGuard: String, Sendable, Hashable, Codable, CaseIterable {
  /// The new list has less than 75 % of the entries of the one in force.
  case smaller
  /// The new list is of an earlier day than the one in force.
  case older
  /// Rows of the same 14 digits say different things.
  case conflicts
  /// A delta adds what is there, or removes or updates what is not.
  case delta
  /// More than half the rows look like numbers that lost a leading zero.
  case zeros = "lost-zeros"
  /// A hundredth of the rows and more were damaged by a spreadsheet.
  case spreadsheet
  /// The trailer record promises another number of rows, or is missing.
  case trailer
  /// A hundredth of the rows and more are not UTF-8.
  case encoding

  /// What it means, one line.
  public var meaning: String {
    switch self {
    case .smaller: "a list with less than 75 % of the entries of the one in force"
    case .older: "a list of an earlier day than the one in force"
    case .conflicts: "rows of one IMEI that say different things; all are kept"
    case .delta: "a delta that adds what is there, or removes or updates what is not"
    case .zeros: "more than half the rows look like numbers that lost a leading zero"
    case .spreadsheet: "a hundredth of the rows or more were damaged by a spreadsheet"
    case .trailer: "a trailer record that promises another number of rows, or is missing"
    case .encoding: "a hundredth of the rows or more are not UTF-8"
    }
  }
}

/// A guard that held and was overridden, as it is kept with the import.
public struct GuardOverride: Hashable, Sendable, Codable {
  /// The guard.
  public let name: ImportGuard
  /// What was found, with figures.
  public let finding: String

  /// An override for the record.
  public init(name: ImportGuard, finding: String) {
    self.name = name
    self.finding = finding
  }
}
