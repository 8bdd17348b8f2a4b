internal import GRDB

/// The rows as the log tells of them: the newest event about each counts.
struct ToldRows {
  private struct Told {
    /// `nil` when the row was taken out.
    var digest: String?
    var sequence: Int64
  }

  private var rows: [String: Told] = [:]
  /// The digest of everything that an erasure left, and the event that tells it.
  private var left: Told?

  var isPurged: Bool { left != nil }

  mutating func add(_ event: AuditEvent) {
    if event.entry.kind == "case.purge", case .text(let digest) = event.entry.details["left"] {
      rows = [:]
      left = Told(digest: digest, sequence: event.sequence)
    }
    guard case .object(let told) = event.entry.details["rows"] else { return }
    for (row, digest) in told {
      if case .text(let digest) = digest {
        rows[row] = Told(digest: digest, sequence: event.sequence)
      } else {
        rows[row] = Told(digest: nil, sequence: event.sequence)
      }
    }
  }

  func compare(_ ledger: RowLedger, _ db: Database) throws -> [CaseFault] {
    if let left, rows.isEmpty {
      guard try ledger.digestOfEverything(db) != left.digest else { return [] }
      return [
        CaseFault(
          kind: .changed, subject: "case",
          message: "Rows were changed after the erasure of event \(left.sequence).")
      ]
    }
    var faults: [CaseFault] = []
    var unseen = rows
    for (table, _) in RowLedger.tables {
      let found = try Row.fetchCursor(db, sql: "SELECT * FROM \(table) ORDER BY id")
      while let row = try found.next() {
        let key = RowKey(table: table, id: row["id"])
        guard let told = unseen.removeValue(forKey: key.text), let digest = told.digest else {
          faults.append(
            CaseFault(
              kind: .added, subject: key.text,
              message: "\(key.text) was added behind the log: no event tells of it."))
          continue
        }
        if try ledger.digest(row, key, db) != digest {
          faults.append(
            CaseFault(
              kind: .changed, subject: key.text,
              message: "\(key.text) was changed behind the log: it is not as event "
                + "\(told.sequence) tells."))
        }
      }
    }
    let removed = unseen.filter { $0.value.digest != nil }
    for (row, told) in removed.sorted(by: { $0.value.sequence < $1.value.sequence }) {
      let name = CaseText.shown(row, limit: 80)
      faults.append(
        CaseFault(
          kind: .removed, subject: name,
          message: "\(name) was taken out behind the log: event \(told.sequence) tells of it."))
    }
    return faults
  }
}
