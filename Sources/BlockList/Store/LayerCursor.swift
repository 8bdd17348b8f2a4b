internal import GRDB
internal import IMEI

/// Finds the entries of one edition in its blocks. Quickest when asked in the order of the digits.
struct LayerCursor {
  /// Bits of a block's number that hold the 14 digits of its first entry; the edition stands above.
  static let keyBits: Int64 = 47

  let edition: EditionRecord
  private let floor: Int64
  private let candidate: BulkStatement
  private let successor: BulkStatement
  private var block: LoadedBlock?
  private var texts: [String]?
  /// The digits that only this block can hold: from its first entry up to the next block's.
  private var covered: Range<UInt64> = 0..<0

  /// Opens an edition.
  init(_ edition: EditionRecord, _ db: Database) throws {
    self.edition = edition
    floor = edition.id << Self.keyBits
    candidate = try BulkStatement(
      db, sql: "SELECT id, data FROM block WHERE id <= ? AND id >= ? ORDER BY id DESC LIMIT 1")
    successor = try BulkStatement(
      db, sql: "SELECT id FROM block WHERE id > ? AND id < ? ORDER BY id LIMIT 1")
  }

  /// The entries of these 14 digits, in the order of the file.
  mutating func entries(of key: EquipmentKey) throws -> [ListEntry] {
    guard edition.rows > 0, let range = try indices(of: key.value) else { return [] }
    guard let block, let known = texts ?? block.texts() else { throw damaged }
    texts = known
    var entries: [ListEntry] = []
    for index in range {
      guard let entry = block.entry(index, texts: known) else { throw damaged }
      entries.append(entry)
    }
    return entries
  }

  private mutating func indices(of key: UInt64) throws -> Range<Int>? {
    if !covered.contains(key) { try load(key) }
    guard let block else { return nil }
    let first = block.firstIndex(notBelow: key)
    guard first < block.count else {
      try findEnd()
      return nil
    }
    return block.run(of: key, from: first)
  }

  /// Goes to the block that these digits would stand in.
  private mutating func load(_ key: UInt64) throws {
    block = nil
    texts = nil
    try candidate.bind(floor + Int64(key), at: 1)
    try candidate.bind(floor, at: 2)
    guard try candidate.next() else {
      // Below the first block.
      covered = key..<key + 1
      return
    }
    let first = UInt64(candidate.integer(0) - floor)
    let loaded = LoadedBlock(candidate.blob(1))
    candidate.reset()
    guard let loaded else { throw damaged }
    block = loaded
    covered = first..<max(key, loaded.lastKey) + 1
  }

  /// Learns where the next block begins, so that digits between the two need no further question.
  private mutating func findEnd() throws {
    try successor.bind(floor + Int64(covered.lowerBound), at: 1)
    try successor.bind(floor + 1 << Self.keyBits, at: 2)
    let end =
      try successor.next() ? UInt64(successor.integer(0) - floor) : EquipmentKey.limit
    successor.reset()
    covered = covered.lowerBound..<max(end, covered.upperBound)
  }

  private var damaged: BlockListError {
    BlockListError(
      .storeDamaged, "the entries of list \(edition.info.list) are damaged",
      cure: "Import that list again.")
  }
}
