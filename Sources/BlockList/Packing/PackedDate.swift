/// A date as it stood in a list, as a number when it is a day written as most lists do.
enum PackedDate: Equatable {
  /// No date.
  case none
  /// `YYYYMMDD`, days since 1990-01-01.
  case compact(day: Int)
  /// `YYYY-MM-DD`, days since 1990-01-01.
  case dashed(day: Int)
  /// Anything else: its place in the block's table of texts.
  case text

  /// A date as it stands in a list.
  init(_ text: String) {
    guard !text.isEmpty else {
      self = .none
      return
    }
    let utf8 = text.utf8
    let dashes = utf8.count == 10
    guard dashes || utf8.count == 8 else {
      self = .text
      return
    }
    var number = 0
    for (index, byte) in utf8.enumerated() {
      if dashes, index == 4 || index == 7 {
        guard byte == 0x2D else {
          self = .text
          return
        }
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else {
        self = .text
        return
      }
      number = number * 10 + Int(byte - 0x30)
    }
    guard
      let date = ListDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else {
      self = .text
      return
    }
    self = dashes ? .dashed(day: date.daysSince1990) : .compact(day: date.daysSince1990)
  }

  /// The number that stands for it. Part of the file format.
  ///
  /// - Parameter place: where a date in other words stands in the table of texts.
  func code(place: Int) -> Int64 {
    switch self {
    case .none: 0
    case .compact(let day): Int64(day) << 2 | 1
    case .dashed(let day): Int64(day) << 2 | 2
    case .text: Int64(place) << 2 | 3
    }
  }

  /// The text of a number; `nil` for one that no release writes.
  static func text(of code: Int64, texts: (Int) -> String?) -> String? {
    let value = Int(code >> 2)
    switch code & 3 {
    case 0: return code == 0 ? "" : nil
    case 1: return ListDate(daysSince1990: value)?.compact
    case 2: return ListDate(daysSince1990: value)?.description
    default: return texts(value)
    }
  }
}
