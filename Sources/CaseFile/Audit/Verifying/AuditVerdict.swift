/// What came of checking a log.
public struct AuditVerdict: Sendable, Hashable {
  /// As many faults and notes as are told one by one.
  static let limit = 200

  /// How many events were read.
  public internal(set) var events: Int64 = 0
  /// The end of the log as it is; `nil` when there is no event that can be read.
  public internal(set) var head: AuditHead?
  /// Up to which event the log is the one that heads were signed for; `nil` when none agrees.
  public internal(set) var covered: Int64?
  /// What is wrong, at most 200.
  public internal(set) var faults: [AuditFault] = []
  /// How many faults there are in all.
  public internal(set) var faultCount = 0
  /// What is worth knowing, at most 200.
  public internal(set) var notes: [AuditNote] = []
  /// How many notes there are in all.
  public internal(set) var noteCount = 0

  /// Whether no fault was found. It tells of changes before ``covered`` alone.
  public var isWhole: Bool { faultCount == 0 }

  mutating func add(_ fault: AuditFault) {
    faultCount += 1
    if faults.count < Self.limit { faults.append(fault) }
  }

  mutating func add(_ note: AuditNote) {
    noteCount += 1
    if notes.count < Self.limit { notes.append(note) }
  }
}
