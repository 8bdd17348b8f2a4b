internal import CaseFile
public import Foundation

/// Hands out the numbers that wait for people, takes what they decide, and sees to it that nobody is shown
/// what he has to key blind.
///
/// What is decided is in the case; what is kept here, who works on what, can be lost with the process: people
/// are handed the same numbers again.
public actor ReviewDesk {
  /// Tells the time; a test's may stand still.
  public typealias Clock = @Sendable () -> Date

  /// What a person did here, to be undone.
  struct Done: Sendable, Hashable {
    let event: Int64
    let ticket: ReviewTicket?
  }

  /// How many of a session's decisions can be undone without naming them.
  static let mostUndone = 1_000
  private static let pageSize = 200

  let desk: CaseDesk
  let events: EventHub
  let lists: ReviewLists
  let clock: Clock
  var index = ReviewIndex()
  var shown = ShownNumbers()
  var postponed: [String: Set<ReadingSubject>] = [:]
  var claims = ReviewClaims()
  var tickets = ReviewTickets()
  var sheets = DigitSheets()
  var controls = ReviewControls()
  /// By session, the last at the end.
  var undoable: [String: [Done]] = [:]
  /// How many decisions each person made since the station was started.
  var done: [String: Int] = [:]
  var told: (controls: ReviewOverview.Controls, until: Date)?
  private var sequence: Int64?
  /// What the distances of controls follow from.
  private(set) var salt = ""
  private var syncing: (number: Int, task: Task<Void, any Error>)?
  private var syncCount = 0
  private var synced: ContinuousClock.Instant?

  /// A desk for a case; it is read when somebody first asks.
  public init(
    desk: CaseDesk, events: EventHub, listStorePath: @escaping @Sendable () -> String?,
    clock: @escaping Clock = { Date() }
  ) {
    self.desk = desk
    self.events = events
    self.clock = clock
    lists = ReviewLists(path: listStorePath)
  }

  /// Takes in what happened to the case: photos that were read, other results, other exhibits, decisions of
  /// other processes. Open pages are told when other numbers wait than before.
  ///
  /// Every question does so by itself; this is for the time in which nobody asks.
  ///
  /// - Throws: ``Problem``.
  public func update() async throws {
    try await sync()
  }

  /// Gives back what a person works on: on logging out.
  public func release(person: String) {
    claims.releaseAll(of: person)
  }

  /// Brings the order of work up to what the case says now: other processes write to it too.
  ///
  /// Whoever asks gets a state not older than the asking; many who ask at once are answered by one reading.
  func sync() async throws {
    let asked = syncCount
    while let running = syncing {
      _ = await running.task.result
      if running.number > asked { return try await running.task.value }
    }
    syncCount += 1
    let number = syncCount
    let task = Task { try await self.catchUp() }
    syncing = (number, task)
    let result = await task.result
    if syncing?.number == number { syncing = nil }
    try result.get()
  }

  /// As ``sync()``, unless that was done a moment ago: for questions that come by the hundred.
  func syncNow(within moment: Duration = .milliseconds(50)) async throws {
    if let synced, synced.duration(to: .now) < moment { return }
    try await sync()
  }

  private func catchUp() async throws {
    defer { synced = .now }
    guard let sequence else { return try await load() }
    let known = index
    let found = try await desk.answer {
      try ReviewFetch.changes($0, after: sequence, known: known)
    }
    guard let changes = found else { return }
    if changes.isTooMuch { return try await load() }
    for (photo, numbers) in changes.photos { index.replace(photo, with: numbers) }
    take(shown: changes.shown, postponed: changes.postponed)
    self.sequence = changes.sequence
    if !changes.photos.isEmpty { publish() }
  }

  private func load() async throws {
    // What happens meanwhile is caught up with from here.
    let (head, identifier) = try await desk.answer {
      (try $0.auditHead()?.sequence ?? 0, $0.identifier)
    }
    salt = identifier
    var numbers: [OpenNumber] = []
    var row: Int64 = 0
    while true {
      let from = row
      let page = try await desk.answer {
        try ReviewFetch.page($0, after: from, limit: Self.pageSize)
      }
      numbers += page.numbers
      guard let next = page.next else { break }
      row = next
    }
    let photos = Set(numbers.map(\.subject.photo))
    let marks = try await desk.answer { try ReviewFetch.marks($0, photos: photos) }
    index = ReviewIndex(numbers)
    take(shown: marks.shown, postponed: marks.postponed)
    sequence = head
    publish()
  }

  private func take(shown marks: [ReviewFetch.Mark], postponed late: [ReviewFetch.Mark]) {
    for mark in marks { shown.insert(mark.subject, person: mark.person) }
    for mark in late { postponed[mark.person, default: []].insert(mark.subject) }
  }

  /// Tells open pages how much is left to do.
  func publish() {
    var counts = index.counts
    counts.done = done.values.reduce(0, +)
    guard let json = try? JSONAnswer.data(["counts": counts]) else { return }
    events.publish(StationEvent(name: "review", json: String(decoding: json, as: UTF8.self)))
  }
}
