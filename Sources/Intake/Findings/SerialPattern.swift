/// Serials that people make up: 000000, 123456, 987654, 121212.
enum SerialPattern {
  /// The 120 of the million: 10 of one digit, 10 that count up, 10 that count down (both going on behind
  /// 9 with 0), 90 of two digits in turn.
  static let all: Set<Int> = {
    var serials: Set<Int> = []
    for first in 0..<10 {
      for step in [1, 9] {
        serials.insert((0..<6).reduce(0) { $0 * 10 + (first + $1 * step) % 10 })
      }
      for second in 0..<10 { serials.insert((first * 10 + second) * 10_101) }
    }
    return serials
  }()

  /// Whether `serial` is such.
  static func matches(_ serial: Int) -> Bool { all.contains(serial) }
}
