/// Values as DER (ITU-T X.690), as far as a question for a time stamp needs it.
enum DEREncoding {
  static let null: [UInt8] = [DERTag.null.rawValue, 0]
  static let yes: [UInt8] = [DERTag.boolean.rawValue, 1, 0xFF]

  static func sequence(_ parts: [UInt8]...) -> [UInt8] { element(.sequence, Array(parts.joined())) }

  static func octets(_ bytes: [UInt8]) -> [UInt8] { element(.octetString, bytes) }

  /// An object identifier from its encoded form.
  static func identifier(_ bytes: [UInt8]) -> [UInt8] { element(.identifier, bytes) }

  /// A whole number from 0 up, most significant byte first.
  static func number(_ bytes: [UInt8]) -> [UInt8] {
    var digits = Array(bytes.drop { $0 == 0 })
    // A leading bit would make it negative, and 0 has a byte too.
    if digits.first.map({ $0 >= 0x80 }) ?? true { digits.insert(0, at: 0) }
    return element(.integer, digits)
  }

  private static func element(_ tag: DERTag, _ content: [UInt8]) -> [UInt8] {
    guard content.count >= 0x80 else { return [tag.rawValue, UInt8(content.count)] + content }
    var length: [UInt8] = []
    var rest = content.count
    while rest > 0 {
      length.insert(UInt8(rest & 0xFF), at: 0)
      rest >>= 8
    }
    return [tag.rawValue, 0x80 | UInt8(length.count)] + length + content
  }
}
