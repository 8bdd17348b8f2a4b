internal import GRDB
internal import Synchronization

/// Which numbers are left to decide and where exhibits stand, kept in memory and brought up to date by the
/// log: every change of the case is an event that names its rows, whichever program made it.
struct WorkIndex: Sendable {
  /// A number left to decide.
  struct OpenNumber: Sendable, Hashable {
    let number: ReadingSubject.Number
    let kind: OpenItem.Kind
    /// Who has decided on it.
    let people: [String]
  }

  /// More events than this are not gone through one by one: everything is worked out anew.
  static let mostEvents: Int64 = 4_000

  /// The last event that is in it.
  var sequence: Int64 = 0
  /// The open numbers of photos that have any.
  private(set) var photos: [Int64: [OpenNumber]] = [:]
  /// The photos that have any, in order.
  private(set) var order: [Int64] = []
  /// Photos with decisions that fit no reading of the result in force.
  var orphaned: Set<Int64> = []
  /// What can be said of each exhibit.
  var exhibits: [Int64: ExhibitAnswer] = [:]
  /// The numbers of exhibits that need nobody any more, as far as it was worked out.
  var settled: [Int64: Set<String>] = [:]
  /// The numbers on photos of these exhibits, so that a change of one photo does not ask for all the others.
  var sightings: [Int64: [ExhibitSighting]] = [:]
  /// How many of each kind there are.
  private(set) var counts: [OpenItem.Kind: Int] = [:]

  mutating func set(_ numbers: [OpenNumber], of photo: Int64) {
    let before = photos[photo] ?? []
    guard before != numbers else { return }
    for number in before { counts[number.kind, default: 0] -= 1 }
    for number in numbers { counts[number.kind, default: 0] += 1 }
    if numbers.isEmpty {
      photos[photo] = nil
      order.remove(at: place(of: photo))
    } else {
      photos[photo] = numbers
      if before.isEmpty { order.insert(photo, at: place(of: photo)) }
    }
  }

  /// Open photos behind row `row`.
  func photos(after row: Int64, limit: Int) -> ArraySlice<Int64> {
    order[place(of: row + 1)...].prefix(limit)
  }

  /// Where a photo stands in ``order``, or would.
  private func place(of photo: Int64) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if order[middle] < photo { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension CaseFile {
  /// Runs `body` on one unchanging state of the case, with what is left to decide in it.
  ///
  /// - Throws: ``CaseFileError`` `casePurged` unless any condition will do, and what `body` throws.
  func readWork<Value: Sendable>(
    _ condition: Condition = .notPurged, _ body: (WorkIndex, Database) throws -> Value
  ) throws -> Value {
    try work.withLock { work in
      // States that are read under the lock follow one another, so the index never goes back.
      try read { db in
        try check(condition, db)
        try WorkUpdate.bring(&work, upTo: db)
        return try body(work, db)
      }
    }
  }
}
