internal import IMEI

/// An entry of which a list says nothing but its digits, as nearly all entries of long lists are.
struct PlainEntry {
  var key: EquipmentKey
  var form: PrintedForm
  var line: Int
}

extension ListEntry {
  /// An entry without details.
  init(_ plain: PlainEntry) {
    self.init(key: plain.key, form: plain.form, line: plain.line)
  }

  /// The entry, when its digits are all that the list says.
  var plain: PlainEntry? {
    guard last == nil, change == nil, details.isEmpty else { return nil }
    return PlainEntry(key: key, form: form, line: line)
  }
}

extension EntryDetails {
  /// Whether the list says nothing.
  var isEmpty: Bool {
    reason.isEmpty && date.isEmpty && reference.isEmpty && reportedBy.isEmpty && history.isEmpty
  }
}
