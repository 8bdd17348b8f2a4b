/// Separated values read as strictly as RFC 4180 says: CRLF behind each row, nothing beside quotes, rows of
/// one length.
struct StrictCSV {
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  let hasMark: Bool
  let header: [String]
  let rows: [[String]]

  /// Values of a row by column.
  func row(_ index: Int) -> [String: String] {
    Dictionary(uniqueKeysWithValues: zip(header, rows[index]))
  }

  func column(_ name: String) -> [String] {
    header.firstIndex(of: name).map { index in rows.map { $0[index] } } ?? []
  }

  init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) throws {
    hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
    var table: [[String]] = []
    var row: [String] = []
    var index = 0
    while index < bytes.count {
      var field: [UInt8] = []
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        while true {
          guard index < bytes.count else { throw Fault(description: "a quote is not closed") }
          if bytes[index] == UInt8(ascii: "\"") {
            index += 1
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
          }
          field.append(bytes[index])
          index += 1
        }
      } else {
        while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0D {
          guard bytes[index] != UInt8(ascii: "\""), bytes[index] != 0x0A else {
            throw Fault(description: "a quote or line feed stands in a value without quotes")
          }
          field.append(bytes[index])
          index += 1
        }
      }
      guard let text = String(validating: field, as: UTF8.self) else {
        throw Fault(description: "a value is no UTF-8")
      }
      row.append(text)
      guard index < bytes.count else { throw Fault(description: "the last row has no end") }
      if bytes[index] == separator {
        index += 1
        // A separator before the end of a row leaves one more value, an empty one.
        if index < bytes.count, bytes[index] == 0x0D { row.append("") } else { continue }
      }
      guard bytes[index...].starts(with: [0x0D, 0x0A]) else {
        throw Fault(
          description: "something stands behind a value's quotes, or a row ends otherwise")
      }
      index += 2
      table.append(row)
      row = []
    }
    guard let first = table.first, table.allSatisfy({ $0.count == first.count }) else {
      throw Fault(description: "rows have different lengths")
    }
    header = first
    rows = Array(table.dropFirst())
  }
}
