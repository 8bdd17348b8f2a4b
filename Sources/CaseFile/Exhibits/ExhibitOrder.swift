/// Where an exhibit stands in lists: digits in a reference count as a number, so `JS/2` comes before `JS/10`.
public struct ExhibitOrder: Sendable, Hashable, Comparable {
  /// Compared byte by byte. Each run of digits stands without leading zeros behind a byte for its length.
  private let bytes: [UInt8]

  /// The place of the exhibit that is compared by `key`; two keys never share one.
  public init(_ key: String) {
    var bytes: [UInt8] = []
    var digits: [UInt8] = []
    func closeRun() {
      guard !digits.isEmpty else { return }
      let number = digits.drop { $0 == UInt8(ascii: "0") }
      bytes.append(UInt8(ascii: "0"))
      bytes.append(UInt8(clamping: number.count))
      bytes += number
      digits = []
    }
    for byte in key.utf8 {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        digits.append(byte)
      } else {
        closeRun()
        bytes.append(byte)
      }
    }
    closeRun()
    // `js1` and `js01` are two exhibits.
    self.bytes = bytes + [0] + Array(key.utf8)
  }

  /// The first of the list first.
  public static func < (left: Self, right: Self) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
