/// Why bytes are no canonical JSON, and at which byte, from 0.
struct CanonicalFault: Error, Hashable {
  var reason: String
  var position: Int
}

/// Reads canonical JSON strictly: what it accepts, written again, gives the same bytes.
struct CanonicalReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value that the bytes hold from first to last.
  mutating func whole() throws(CanonicalFault) -> AuditValue {
    let value = try value(depth: 0)
    guard position == bytes.count else { throw fault("something follows the value") }
    return value
  }

  private func fault(_ reason: String) -> CanonicalFault {
    CanonicalFault(reason: reason, position: position)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(CanonicalFault) -> AuditValue {
    switch next {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .list(try list(depth: depth + 1))
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return .integer(try integer())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw fault("no value begins here")
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: AuditValue
  ) throws(CanonicalFault) -> AuditValue {
    for byte in "\(word)".utf8 where !take(byte) { throw fault("no value begins here") }
    return value
  }

  private mutating func integer() throws(CanonicalFault) -> Int64 {
    let start = position
    _ = take(UInt8(ascii: "-"))
    while let digit = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
      position += 1
    }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    // Written again it must be the same: no leading zero, no minus zero.
    guard let number = Int64(digits), String(number) == digits else {
      position = start
      throw fault("the number is not a canonical whole number of 64 bits")
    }
    return number
  }

  private mutating func list(depth: Int) throws(CanonicalFault) -> [AuditValue] {
    try enter(depth)
    var values: [AuditValue] = []
    if take(UInt8(ascii: "]")) { return values }
    repeat { values.append(try value(depth: depth)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw fault("the list does not end") }
    return values
  }

  private mutating func object(depth: Int) throws(CanonicalFault) -> [String: AuditValue] {
    try enter(depth)
    var values: [String: AuditValue] = [:]
    if take(UInt8(ascii: "}")) { return values }
    var last: String?
    repeat {
      let key = try text()
      if let last, !last.utf16.lexicographicallyPrecedes(key.utf16) {
        throw fault("the keys are not sorted, or one is there twice")
      }
      last = key
      guard take(UInt8(ascii: ":")) else { throw fault("a key has no value") }
      // Keys that Unicode calls equivalent would become one in a dictionary.
      guard values.updateValue(try value(depth: depth), forKey: key) == nil else {
        throw fault("two keys are equivalent")
      }
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw fault("the object does not end") }
    return values
  }

  private mutating func enter(_ depth: Int) throws(CanonicalFault) {
    guard depth <= AuditValue.depthLimit else {
      throw fault("values lie more than \(AuditValue.depthLimit) deep")
    }
    position += 1
  }

  private mutating func text() throws(CanonicalFault) -> String {
    guard take(UInt8(ascii: "\"")) else { throw fault("no text begins here") }
    let start = position
    var unescaped: [UInt8]?
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault("a control character is not escaped") }
      if byte == UInt8(ascii: "\\") {
        if unescaped == nil { unescaped = Array(bytes[start..<position]) }
        unescaped?.append(try escaped())
      } else {
        unescaped?.append(byte)
        position += 1
      }
    }
    let end = position
    guard take(UInt8(ascii: "\"")) else { throw fault("the text does not end") }
    let content = unescaped ?? Array(bytes[start..<end])
    guard let text = String(validating: content, as: UTF8.self) else {
      position = start
      throw fault("the text is not UTF-8")
    }
    return text
  }

  private mutating func escaped() throws(CanonicalFault) -> UInt8 {
    let start = position
    position += 1
    guard let letter = next else { throw fault("the text does not end") }
    position += 1
    if let character = CanonicalEscape.character(letter) { return character }
    if letter == UInt8(ascii: "u"), position + 4 <= bytes.count,
      bytes[position] == UInt8(ascii: "0"), bytes[position + 1] == UInt8(ascii: "0"),
      let high = Hexadecimal.value(bytes[position + 2]),
      let low = Hexadecimal.value(bytes[position + 3])
    {
      let character = high << 4 | low
      position += 4
      if CanonicalEscape.escape(character).elementsEqual(bytes[start..<position]),
        character < 0x20
      {
        return character
      }
    }
    position = start
    throw fault("the escape is not the canonical one")
  }
}
