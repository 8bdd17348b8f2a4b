/// The numbers that a person is still to key blind, to be covered in texts that tell of them.
struct WithheldDigits: Sendable {
  /// What stands for a digit.
  static let cover: Character = "*"
  /// As many digits name a device; what follows them does not.
  private static let body = 14

  private let bodies: Set<[UInt8]>

  /// - Parameter numbers: of 14 or 15 digits.
  init(_ numbers: some Sequence<String>) {
    bodies = Set(numbers.map { Array($0.utf8.prefix(Self.body)) }.filter { $0.count == Self.body })
  }

  /// What covers the texts of one thing; nil when they tell of none of the numbers.
  ///
  /// It covers every whole number, since the others there may differ from the withheld one in a digit or
  /// follow on it.
  func covering(_ texts: some Sequence<String>) -> HiddenDigits? {
    guard !bodies.isEmpty else { return nil }
    var told: Set<[UInt8]> = []
    for text in texts { collect(from: text, in: &told) }
    guard !told.isEmpty else { return nil }
    return HiddenDigits(told.map { String(decoding: $0, as: UTF8.self) }, cover: Self.cover)
  }

  /// Digits stand in a row over single separators, as in `35-693803-564380-9`.
  private func collect(from text: String, in told: inout Set<[UInt8]>) {
    var row: [UInt8] = []
    var wasDigit = false
    func close() {
      guard row.count >= Self.body else { return }
      for start in 0...(row.count - Self.body) {
        let part = Array(row[start..<(start + Self.body)])
        if bodies.contains(part) { told.insert(part) }
      }
    }
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        row.append(byte)
        wasDigit = true
      } else if wasDigit {
        wasDigit = false
      } else if !row.isEmpty {
        close()
        row = []
      }
    }
    close()
  }
}
