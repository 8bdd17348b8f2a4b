internal import IMEI

/// One entry of a list, ready for the store.
struct ListEntry {
  var key: EquipmentKey
  var form: PrintedForm
  var line: Int
  /// The reason or status, printable; empty when the list gives none.
  var reason: String
  /// The date as it stood in the list, printable; `nil` when the list gives none.
  var date: String?

  /// The longest reason and date kept, in characters.
  static let reasonLimit = 500
  static let dateLimit = 40
}
