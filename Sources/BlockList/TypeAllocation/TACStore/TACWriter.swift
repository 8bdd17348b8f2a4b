internal import GRDB
internal import IMEI

/// Puts the allocations of one list into the store.
struct TACWriter {
  /// What became of an allocation.
  enum Outcome {
    case added
    /// A row before said the same.
    case duplicate
    /// A row before said something else and stays.
    case contradicts(TACAllocation)
  }

  private let db: Database
  private let listID: Int64
  private let insert: BulkStatement
  private let find: BulkStatement

  init(_ db: Database, listID: Int64) throws {
    self.db = db
    self.listID = listID
    insert = try BulkStatement(
      db,
      sql: """
        INSERT INTO tac_allocation (
          tac, list_id, make, manufacturer, model, other_names, device_type, allocated, line)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tac, list_id) DO NOTHING
        """)
    find = try BulkStatement(
      db,
      sql: """
        SELECT make, manufacturer, model, line FROM tac_allocation WHERE tac = ? AND list_id = ?
        """)
  }

  func add(_ allocation: TACAllocation) throws -> Outcome {
    try insert.bind(Int64(allocation.tac.value), at: 1)
    try insert.bind(listID, at: 2)
    try insert.bind(allocation.make, at: 3)
    try insert.bind(allocation.manufacturer, at: 4)
    try insert.bind(allocation.model, at: 5)
    try insert.bind(Lines.joined(allocation.otherNames), at: 6)
    try insert.bind(allocation.deviceType, at: 7)
    try insert.bind(allocation.allocated, at: 8)
    try insert.bind(Int64(allocation.line), at: 9)
    while try insert.next() {}
    guard db.changesCount == 0 else { return .added }
    guard let first = try first(of: allocation) else { return .duplicate }
    return allocation.agrees(with: first) ? .duplicate : .contradicts(first)
  }

  /// What stands in the store under the same code.
  private func first(of allocation: TACAllocation) throws -> TACAllocation? {
    try find.bind(Int64(allocation.tac.value), at: 1)
    try find.bind(listID, at: 2)
    var first: TACAllocation?
    while try find.next() {
      first = TACAllocation(
        tac: allocation.tac, make: find.text(0), manufacturer: find.text(1), model: find.text(2),
        line: Int(find.integer(3)))
    }
    return first
  }
}
