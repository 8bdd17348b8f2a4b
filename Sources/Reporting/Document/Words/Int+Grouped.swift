extension BinaryInteger {
  /// The number with commas between thousands, in every locale: `1,234`.
  var grouped: String {
    var digits = Array(String(magnitude).utf8)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(UInt8(ascii: ","), at: place)
      place -= 3
    }
    return (self < 0 ? "−" : "") + String(decoding: digits, as: UTF8.self)
  }

  /// The number with what it counts: `1 exhibit`, `1,234 exhibits`.
  func of(_ one: String, _ many: String) -> String { "\(grouped) \(self == 1 ? one : many)" }
}
