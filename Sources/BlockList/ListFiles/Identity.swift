internal import IMEI

/// What one field says which equipment is meant: 14 digits, and what stood behind them.
struct Identity {
  var key: EquipmentKey
  var form: PrintedForm

  /// The identity in the bytes of a field.
  init(_ bytes: Span<UInt8>) throws(FieldRefusal) {
    try self.init(IdentifierInput.parse(utf8: bytes))
  }

  /// The identity in a text.
  init(_ text: String) throws(FieldRefusal) {
    try self.init(IdentifierInput.parse(text))
  }

  /// The identity in a line of digits alone; the 15 of nearly every line need no second look.
  init(plain line: ListReader.PlainLine) throws(FieldRefusal) {
    if line.digits == 15, let key = EquipmentKey(line.number / 10) {
      self.init(key: key, form: .checkDigit(UInt8(truncatingIfNeeded: line.number % 10)))
    } else {
      try self.init(IdentifierInput.parse(line.text))
    }
  }

  private init(key: EquipmentKey, form: PrintedForm) {
    self.key = key
    self.form = form
  }

  private init(_ outcome: IdentifierInput.Outcome) throws(FieldRefusal) {
    switch outcome {
    case .imei(let imei):
      key = imei.key
      form = imei.printedCheckDigit.map(PrintedForm.checkDigit) ?? .bare
    case .imeisv(let imeisv):
      key = imeisv.imei.key
      form = UInt8(imeisv.softwareVersion).map(PrintedForm.softwareVersion) ?? .bare
    case .refused(let refusal): throw FieldRefusal(refusal)
    }
  }

  /// The type allocation code in the bytes of a field: eight digits.
  static func tac(_ bytes: Span<UInt8>) throws(FieldRefusal) -> TAC {
    guard bytes.count == 8 else { throw .tacDigits }
    var value: UInt32 = 0
    for index in bytes.indices {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { throw .tacDigits }
      value = value * 10 + UInt32(digit)
    }
    guard let tac = TAC(value: value) else { throw .tacDigits }
    return tac
  }
}

extension ListEntry {
  /// The widest range that is taken, in numbers: ten TACs of a million.
  ///
  /// Makers get their TACs one by one, and a slip in the first digits of one end would put millions of
  /// phones on a list.
  static let widestRange: UInt64 = 10_000_000

  /// An entry about every serial number of `tac`.
  static func whole(_ tac: TAC, line: Int) throws(FieldRefusal) -> ListEntry {
    let first = UInt64(tac.value) * 1_000_000
    guard let key = EquipmentKey(first), let last = EquipmentKey(first + 999_999) else {
      throw .tacDigits
    }
    return ListEntry(key: key, last: last, form: .bare, line: line)
  }

  /// An entry about every number from `first` to `last`; about one alone when they are the same.
  static func range(
    _ first: Identity, _ last: Identity, line: Int
  ) throws(FieldRefusal) -> ListEntry {
    guard first.key <= last.key else { throw .negativeRange }
    guard first.key != last.key else {
      return ListEntry(key: first.key, form: first.form, line: line)
    }
    guard last.key.value - first.key.value < widestRange else { throw .wideRange }
    return ListEntry(key: first.key, last: last.key, form: .bare, line: line)
  }
}
