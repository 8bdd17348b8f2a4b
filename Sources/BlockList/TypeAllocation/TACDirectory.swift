internal import GRDB
public import IMEI

/// The TAC lists of one installation: what makes and models type allocation codes belong to.
///
/// Lies in the same file as the block lists. The kit comes without any list: the lists there are have
/// licences of their own, which whoever imports one accepts. The calls block: keep them off the threads
/// of the concurrency runtime.
public final class TACDirectory: Sendable {
  let store: BlockListStore

  /// The TAC lists in `store`.
  public init(store: BlockListStore) {
    self.store = store
  }

  /// Opens the store at `path`, which ``BlockListLocation/defaultPath(environment:)`` tells.
  ///
  /// - Throws: ``BlockListError`` as ``BlockListStore``.
  public convenience init(path: String, mode: StoreMode) throws {
    self.init(store: try BlockListStore(path: path, mode: mode))
  }

  /// The lists in force, by name.
  ///
  /// - Throws: ``BlockListError``.
  public func lists() throws -> [TACListInfo] {
    try store.read { try TACListRecord.all($0).map(\.info) }
  }

  /// What the lists say of one code.
  ///
  /// - Throws: ``BlockListError``.
  public func lookUp(_ tac: TAC) throws -> TACAnswer {
    try lookUp([tac]).first ?? TACAnswer(tac: tac, entries: [], lists: [])
  }

  /// What the lists say of many codes: one answer each, in their order, all of one state of the store.
  ///
  /// Ten thousand or more at a time are quickest: each code is asked once, in the order it lies in.
  ///
  /// - Throws: ``BlockListError``.
  public func lookUp(_ tacs: [TAC]) throws -> [TACAnswer] {
    guard !tacs.isEmpty else { return [] }
    return try store.read { db in
      let records = try TACListRecord.all(db)
      let references = records.map(\.info.list)
      var found: [TAC: TACAnswer] = [:]
      if !records.isEmpty {
        let finder = try TACFinder(db, records)
        for tac in Set(tacs).sorted() {
          found[tac] = TACAnswer(tac: tac, entries: try finder.entries(of: tac), lists: references)
        }
      }
      return tacs.map { found[$0] ?? TACAnswer(tac: $0, entries: [], lists: references) }
    }
  }
}

/// Finds what the lists hold of a code.
private struct TACFinder {
  private let statement: BulkStatement
  private let lists: [Int64: ListReference]

  init(_ db: Database, _ records: [TACListRecord]) throws {
    statement = try BulkStatement(
      db,
      sql: """
        SELECT list_id, make, manufacturer, model, other_names, device_type, allocated, line
        FROM tac_allocation WHERE tac = ?
        """)
    lists = Dictionary(records.map { ($0.id, $0.info.list) }, uniquingKeysWith: { $1 })
  }

  func entries(of tac: TAC) throws -> [TACEntry] {
    var entries: [TACEntry] = []
    try statement.bind(Int64(tac.value), at: 1)
    while try statement.next() {
      guard let list = lists[statement.integer(0)] else { continue }
      entries.append(
        TACEntry(
          list: list, make: statement.text(1), manufacturer: statement.text(2),
          model: statement.text(3), otherNames: Lines.split(statement.text(4) ?? ""),
          deviceType: statement.text(5), allocated: statement.text(6),
          line: Int(statement.integer(7))))
    }
    return entries
  }
}
