public import CaseFile

/// Everything of a case that leaves the station, as a value: what each format writes out.
///
/// It is taken from the case in one go (``HaulRecord/init(of:)``), in an order that depends on
/// nothing but the case, so that equal cases give equal bytes whatever the machine's locale,
/// time zone or number of jobs.
public struct HaulRecord: Sendable, Hashable {
  /// What the case is called and who answers for it.
  public var heading: CaseHeading
  /// Counts that add up.
  public var counts: HaulCounts
  /// Every exhibit, by its reference's key.
  public var exhibits: [ExhibitRecord]
  /// Photos that show no known exhibit, in the order they were recorded.
  public var unassignedPhotos: [PhotoRecord]
  /// Files that could not be read at all and have no digest, by name.
  public var unreadFiles: [UnreadFile]
  /// Lists that answers rest on, by name, then date.
  public var lists: [ListRecord]
  /// How the readers did, by person.
  public var readers: [ReaderRecord]
  /// How the machine did.
  public var machine: MachineRecord
  /// Self-tests in the order they were made.
  public var selfTests: [SelfTestRecord]
  /// What the case shows as a whole, in the order it was found.
  public var findings: [FindingRecord]
  /// Runs over photos in the order they began.
  public var runs: [RunRecord]
  /// Originals that were not as recorded when they were hashed again.
  public var deviations: [DeviationRecord]
  /// What hashing the originals again for this record showed; not hashed unless somebody did and says so.
  public var originals = OriginalsRecord()
  /// When the case last recorded that originals were hashed again, those of a run or all, UTC; nil when they
  /// never were.
  public var originalsCheckedAt: String?
  /// The last event of the log in this state of the case; its time is the record's time.
  public var head: AuditHead
  /// The numbers of ``unassignedPhotos``, by digits.
  public var unassignedNumbers: [NumberRecord]

  /// A record from its parts.
  public init(
    heading: CaseHeading, counts: HaulCounts, exhibits: [ExhibitRecord],
    unassignedPhotos: [PhotoRecord], unreadFiles: [UnreadFile], lists: [ListRecord],
    readers: [ReaderRecord], machine: MachineRecord, selfTests: [SelfTestRecord],
    findings: [FindingRecord], runs: [RunRecord], deviations: [DeviationRecord],
    originalsCheckedAt: String?, head: AuditHead, unassignedNumbers: [NumberRecord] = []
  ) {
    self.heading = heading
    self.counts = counts
    self.exhibits = exhibits
    self.unassignedPhotos = unassignedPhotos
    self.unreadFiles = unreadFiles
    self.lists = lists
    self.readers = readers
    self.machine = machine
    self.selfTests = selfTests
    self.findings = findings
    self.runs = runs
    self.deviations = deviations
    self.originalsCheckedAt = originalsCheckedAt
    self.head = head
    self.unassignedNumbers = unassignedNumbers
  }
}
