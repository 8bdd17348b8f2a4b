/// A well-known dummy that stands where an IMEI should.
///
/// Some of them pass the check digit. A phone that shows one has lost or never had its identity, or the
/// screen is an emulator's; the number names no equipment.
public struct Placeholder: Hashable, Sendable {
  /// The dummy's 15 digits as it usually appears.
  public let digits: String

  /// Where it comes from, in a sentence for people.
  public let note: String

  /// The dummy that `imei` is, judged on the first 14 digits, since a list or a network may drop the
  /// last one.
  public static func match(_ imei: IMEI) -> Placeholder? {
    byKey[imei.key.value]
  }

  /// Every known dummy, in order of its digits.
  public static let known: [Placeholder] = (repeated + listed).sorted { $0.digits < $1.digits }

  private static let byKey: [UInt64: Placeholder] = Dictionary(
    known.compactMap { entry in IMEI(entry.digits).map { ($0.key.value, entry) } },
    uniquingKeysWith: { first, _ in first })

  private static let repeated: [Placeholder] = (0..<10).map { digit in
    Placeholder(
      digits: String(repeating: "\(digit)", count: 15),
      note: digit == 0
        ? "All zeros: the equipment has no identity stored, or a form was filled in."
        : "One digit repeated: typed or printed to fill the place of a number.")
  }

  private static let listed: [Placeholder] = [
    Placeholder(
      digits: "004999010640000",
      note: "A default that handsets show after their stored identity was lost or overwritten."),
    Placeholder(
      digits: "358240051111110",
      note: "The number that phone emulators report; it passes the check digit."),
    Placeholder(
      digits: "135790246811220",
      note: "A default of cloned handsets: odd digits, then even digits."),
    Placeholder(digits: "012345678901234", note: "Counting up from 0: a made-up example."),
    Placeholder(digits: "123456789012345", note: "Counting up from 1: a made-up example."),
    Placeholder(digits: "123456789123456", note: "Counting up from 1 to 9 and again: made up."),
    Placeholder(digits: "987654321098765", note: "Counting down from 9: a made-up example."),
  ]
}
