/// Writes JSON scalars as bytes; every byte it appends is a function of the value alone.
enum JSONText {
  private static let hexDigits = Array("0123456789abcdef".utf8)

  /// Appends `text` in quotation marks.
  ///
  /// Beyond what RFC 8259 demands, characters that end a line or reorder text on a terminal are
  /// escaped too: DEL, C1, the bidirectional marks, U+2028, U+2029 and the byte order mark. An
  /// NDJSON line therefore never breaks and a hostile file name cannot redraw the screen.
  static func appendString(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: "\\\"".utf8)
      case "\\": bytes.append(contentsOf: "\\\\".utf8)
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      default:
        if scalar.isHazardous {
          appendEscape(of: scalar.value, to: &bytes)
        } else {
          bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a finite number: whole values below 2^53 without a point, the rest in the shortest
  /// form that reads back as the same value.
  ///
  /// - Returns: false, with nothing appended, when the number is not finite.
  static func appendNumber(_ number: Double, to bytes: inout [UInt8]) -> Bool {
    guard number.isFinite else { return false }
    if number.magnitude < 9_007_199_254_740_992, number.rounded() == number {
      bytes.append(contentsOf: String(Int64(number)).utf8)
    } else {
      bytes.append(contentsOf: number.description.utf8)
    }
    return true
  }

  private static func appendEscape(of value: UInt32, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "\\u".utf8)
    for shift in [12, 8, 4, 0] {
      bytes.append(hexDigits[Int(value >> UInt32(shift)) & 0xF])
    }
  }
}

extension Unicode.Scalar {
  /// True for characters that end a line, steer a terminal or reorder text: C0, DEL, C1, the
  /// bidirectional marks, line and paragraph separator, byte order mark. All lie in plane 0.
  var isHazardous: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }
}
