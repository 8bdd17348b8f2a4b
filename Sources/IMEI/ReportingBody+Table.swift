extension ReportingBody {
  /// Every two-digit code, 00 to 99, in order. 98 stands here as the part that was given out.
  public static let table: [ReportingBody] = (0..<100).map { code in
    let text = Digits.text(UInt64(code), width: 2)
    guard let (name, state) = named[code] else {
      return ReportingBody(code: text, name: "unassigned", state: .unassigned)
    }
    return ReportingBody(code: text, name: name, state: state)
  }

  /// The part of 98 that was given out, as type allocation codes.
  static let reservedButGivenOut: ClosedRange<UInt32> = 98_000_100...98_007_800

  /// 98 outside that part.
  static let reserved = ReportingBody(code: "98", name: "reserved", state: .unassigned)

  /// GSMA TS.06, version 25 (2024).
  private static let named: [Int: (String, State)] = {
    var named: [Int: (String, State)] = [
      1: ("CTIA/PTCRB", .allocating),
      35: ("TÜV SÜD BABT", .allocating),
      86: ("TAF", .allocating),
      99: ("GHA", .allocating),
      10: ("DECT", .historic),
      30: ("Iridium", .historic),
      33: ("DGPT", .historic),
      44: ("BABT", .historic),
      45: ("NTA", .historic),
      49: ("BZT/BAPT", .historic),
      50: ("BZT ETS", .historic),
      51: ("Cetecom ICT", .historic),
      52: ("Cetecom", .historic),
      53: ("TÜV", .historic),
      54: ("Phoenix", .historic),
      91: ("MSAI", .historic),
      98: ("reserved, given out in part", .historic),
    ]
    for code in [0] + Array(2...9) { named[code] = ("test equipment", .test) }
    return named
  }()
}
