internal import IMEI

/// One entry of a list, ready for the store.
struct ListEntry: Hashable {
  /// The equipment, or the first of a range.
  var key: EquipmentKey
  /// The last equipment of a range or of a whole TAC; `nil` when the entry is about one.
  var last: EquipmentKey?
  /// What stood behind the 14 digits; ``PrintedForm/bare`` for a range.
  var form: PrintedForm
  /// The line of the file, from 1.
  var line: Int
  /// What a delta does with the entry; `nil` in a whole list.
  var change: EntryChange?
  /// What the list says of it.
  var details = EntryDetails()

  /// The longest text kept of a reason, of a reference and of a body, and of a date, in characters.
  static let reasonLimit = 500
  static let dateLimit = 40
}

/// What a row of a delta does (DIRBS `change_type`).
enum EntryChange: String, Hashable {
  case add, remove, update
}

/// What a list says of an entry, printable: control characters are written as escapes.
struct EntryDetails: Hashable {
  /// The reason or status; empty when the list gives none.
  var reason = ""
  /// The date as it stood in the list; empty when the list gives none.
  var date = ""
  /// The reference or case number of whoever reported it; empty when the list gives none.
  var reference = ""
  /// The reporting body, operator or country; empty when the list gives none.
  var reportedBy = ""
  /// What was done with the entry before, oldest first; empty when the list gives no history.
  var history: [EntryAction] = []

  /// Whether the last thing that was done was to take it off the list.
  var isRemoved: Bool { history.last?.kind == .removed }
}
