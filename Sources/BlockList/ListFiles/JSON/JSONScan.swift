/// Finds where a JSON value ends, by its brackets and strings; what is in it is not judged.
enum JSONScan {
  /// The longest object that is read, in bytes.
  static let maximumObjectBytes = 1 << 20

  enum Result: Equatable {
    /// The value ends before this index.
    case end(Int)
    /// The bytes end before the value does.
    case open
    /// A line end stands in a string, where JSON has none.
    case brokenString
  }

  /// Where the object or array that begins at `start` ends.
  static func object(_ bytes: Span<UInt8>, from start: Int) -> Result {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth <= 0 { return .end(index + 1) }
      case 0x22:
        guard case .end(let end) = string(bytes, from: index) else {
          return string(bytes, from: index)
        }
        index = end
        continue
      default: break
      }
      index += 1
    }
    return .open
  }

  /// Where the string whose quote stands at `start` ends.
  static func string(_ bytes: Span<UInt8>, from start: Int) -> Result {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case 0x22: return .end(index + 1)
      case 0x5C: index += 1
      case 0x0A, 0x0D: return .brokenString
      default: break
      }
      index += 1
    }
    return .open
  }

  /// Where the string, number or word at `start` ends.
  static func scalar(_ bytes: Span<UInt8>, from start: Int) -> Result {
    if bytes[start] == 0x22 { return string(bytes, from: start) }
    var index = start
    while index < bytes.count, !JSONLayout.isSpace(bytes[index]),
      ![0x2C, 0x5B, 0x5D, 0x7B, 0x7D].contains(bytes[index])
    {
      index += 1
    }
    // A bracket that closes nothing is taken alone.
    return .end(max(index, start + 1))
  }
}
