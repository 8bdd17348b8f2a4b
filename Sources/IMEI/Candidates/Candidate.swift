/// A number found in text that may be an IMEI, exactly as it was printed.
public struct Candidate: Hashable, Sendable {
  /// The digits: 15, or 14 when no check digit was printed (an IMEISV, or a 14-digit print).
  public var imei: IMEI
  /// The software version behind the number (`/ 01`) or at the end of an IMEISV.
  public var softwareVersion: String?
  /// The words that call it an IMEI.
  public var caption: Caption?
  /// How sure the recogniser was of each digit, 0...1, in order of the digits.
  public var digitConfidences: [Double]
  /// Where each digit stands; empty for a payload.
  public var digitBoxes: [TextBox]
  /// Where the digits stand together.
  public var box: TextBox
  /// Letters that were taken for digits.
  public var substitutions: [Substitution]
  /// Every reason against accepting it that text and rules give. Empty: nothing is against it, which
  /// is still no proof.
  public var doubts: [Doubt]
  /// What is worth telling and speaks neither way, such as ``historicReportingBody``.
  public var flags: [String]
  /// The lengths of the groups as printed, `[2, 6, 6, 1]`, without the software version.
  public var grouping: [Int]

  /// The flag of a number whose reporting body no longer allocates.
  public static let historicReportingBody = "historic reporting body"
  /// The flag of a software version that is reserved.
  public static let reservedSoftwareVersion = "reserved software version 99"

  /// A candidate from its parts.
  public init(
    imei: IMEI, softwareVersion: String? = nil, caption: Caption? = nil,
    digitConfidences: [Double] = [], digitBoxes: [TextBox] = [], box: TextBox = .zero,
    substitutions: [Substitution] = [], doubts: [Doubt] = [], flags: [String] = [],
    grouping: [Int] = []
  ) {
    self.imei = imei
    self.softwareVersion = softwareVersion
    self.caption = caption
    self.digitConfidences = digitConfidences
    self.digitBoxes = digitBoxes
    self.box = box
    self.substitutions = substitutions
    self.doubts = doubts
    self.flags = flags
    self.grouping = grouping
  }
}

/// What was found in a page's text or a payload.
public struct CandidateList: Hashable, Sendable {
  /// Numbers that may be IMEIs, in reading order.
  public var candidates: [Candidate]
  /// Numbers that are something else, in reading order.
  public var others: [OtherIdentifier]
  /// Captions that say IMEI and have no whole number near: masked, cut off, glared over.
  public var unreadableCaptions: Int

  /// A list from its parts.
  public init(
    candidates: [Candidate] = [], others: [OtherIdentifier] = [], unreadableCaptions: Int = 0
  ) {
    self.candidates = candidates
    self.others = others
    self.unreadableCaptions = unreadableCaptions
  }
}
