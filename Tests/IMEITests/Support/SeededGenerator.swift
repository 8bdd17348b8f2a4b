@testable import IMEI

/// SplitMix64: the same numbers on every run, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// `count` random digits.
  mutating func digits(_ count: Int) -> String {
    var text = ""
    for _ in 0..<count { text += String(UInt8.random(in: 0...9, using: &self)) }
    return text
  }

  /// 15 digits with an agreeing check digit, allocated by one of today's bodies, no placeholder.
  mutating func imei() -> String {
    let body = ["01", "35", "86", "99"].randomElement(using: &self) ?? "35"
    let head = body + digits(12)
    let values = head.utf8.map { $0 - 0x30 }
    return head + String(Luhn.checkDigit(of: values))
  }

  /// An ICCID of 19 or 20 digits with an agreeing check digit.
  mutating func iccid(_ count: Int) -> String {
    let head = "89" + digits(count - 3)
    return head + String(Luhn.checkDigit(of: head.utf8.map { $0 - 0x30 }))
  }

  /// An EID: 32 digits from 89 that leave remainder 1 by 97.
  mutating func eid() -> String {
    let head = "89" + digits(28)
    let remainder = (head + "00").utf8.reduce(0) { ($0 * 10 + Int($1 - 0x30)) % 97 }
    let check = (98 - remainder) % 97
    return head + (check < 10 ? "0" : "") + String(check)
  }
}
