public import CaseFile
public import Intake
internal import Logging

/// What the station's routes work with.
public struct StationServices: Sendable {
  /// Whose token it is, by the SHA-256 of the token; nil when it is nobody's or was withdrawn.
  public typealias TokenOwner = @Sendable (_ digest: [UInt8]) async throws -> Operator?

  /// The case.
  public var desk: CaseDesk
  /// Tells open pages what happens.
  public var events: EventHub
  /// Numbers that people decide on: one for all routes, since it knows who works on what.
  public var review: ReviewDesk
  /// Where the block lists are; nil when none was ever imported.
  public var listStorePath: @Sendable () -> String?
  /// The path under which lists are kept once one is imported.
  public var newListStorePath: String
  /// The folder of photos that were uploaded, each under its SHA-256.
  public var originals: OriginalStore
  /// Turns pictures that browsers do not show into ones that they do.
  public var previews: @Sendable (PhotoPath, Int) async throws -> [UInt8]
  /// Checks the audit log as `imeikit audit verify` does; each line is a fault.
  public var auditVerifier: @Sendable () async throws -> [String]
  /// The limits that files are held to.
  public var maximumFileBytes: Int
  /// The kit's version.
  public var version: String
  /// The names under which the station may be called.
  public var hosts: AllowedHosts
  /// Receives and records what is sent.
  public var uploads: UploadDesk
  /// How far the reading of photos has come.
  public var progress: ReadingProgress
  /// Asks newer lists for the numbers that the case holds.
  public var recheck: ListRecheck
  /// Whose token it is.
  public var tokenOwner: TokenOwner
  /// Who is logged in.
  var sessions = SessionStore()
  /// Who has to wait before the next try of a token.
  var gate = LoginGate()
  /// What is counted for the metrics.
  var metrics = StationMetrics()
  /// Where requests and failures are told of.
  var logger = Logger(label: "imeikit.station")
  /// The lists that are in force.
  var lists: ListDesk

  /// Services.
  ///
  /// - Parameter tokenOwner: whose token it is; the case's tokens when nil.
  public init(
    desk: CaseDesk, events: EventHub, listStorePath: @escaping @Sendable () -> String?,
    newListStorePath: String, originals: OriginalStore,
    previews: @escaping @Sendable (PhotoPath, Int) async throws -> [UInt8],
    auditVerifier: @escaping @Sendable () async throws -> [String],
    maximumFileBytes: Int = 268_435_456, version: String,
    hosts: AllowedHosts = AllowedHosts(), progress: ReadingProgress = ReadingProgress(),
    tokenOwner: TokenOwner? = nil
  ) {
    self.desk = desk
    self.events = events
    review = ReviewDesk(desk: desk, events: events, listStorePath: listStorePath)
    self.listStorePath = listStorePath
    self.newListStorePath = newListStorePath
    self.originals = originals
    self.previews = previews
    self.auditVerifier = auditVerifier
    self.maximumFileBytes = maximumFileBytes
    self.version = version
    self.hosts = hosts
    self.progress = progress
    self.tokenOwner =
      tokenOwner ?? { digest in try await desk.use { try $0.tokenOwner(digest: digest) } }
    lists = ListDesk(path: listStorePath)
    recheck = ListRecheck(desk: desk, events: events, storePath: listStorePath)
    uploads = UploadDesk(desk: desk, originals: originals, maximumFileBytes: maximumFileBytes)
  }
}
