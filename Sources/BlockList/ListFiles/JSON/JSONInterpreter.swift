internal import IMEI

/// Keys → entries: what one JSON object says.
final class JSONInterpreter {
  private let keys: JSONKeys
  /// Whether every object has to say what a delta does with it.
  private let isDelta: Bool

  init(mapping: ColumnMapping?, isDelta: Bool) {
    keys = JSONKeys(mapping)
    self.isDelta = isDelta
  }

  /// Interprets `row`, one JSON value, whose range is one of indices of `bytes`.
  func interpret(
    _ row: ListRow, _ bytes: Span<UInt8>, into result: inout RowInterpreter.Result
  ) {
    result.clear()
    switch row.kind {
    case .blank, .comment: return
    case .damaged(let damage):
      result.isIgnored = false
      result.refusals.append(RefusedRow(row, bytes, damage.inJSON))
      return
    case .fields: break
    }
    result.isIgnored = false
    guard row.lineCount == 1 || row.fields.isEmpty else {
      // A quote mark at the start of a line opened a field, which JSON lines do not have.
      result.restartsAfterFirstLine = true
      result.refusals.append(RefusedRow(row, bytes, RowDamage.notJSON))
      return
    }
    guard let record = JSONRecord(bytes.extracting(row.range), keys: keys) else {
      result.refusals.append(RefusedRow(row, bytes, RowDamage.notJSON))
      return
    }
    do {
      try read(record, row, bytes, into: &result)
    } catch {
      result.entries.removeAll()
      result.refusals.append(RefusedRow(row, bytes, error))
    }
  }

  private func read(
    _ record: JSONRecord, _ row: ListRow, _ bytes: Span<UInt8>,
    into result: inout RowInterpreter.Result
  ) throws(FieldRefusal) {
    if let status = record.responseStatus, status.lowercased() != "success" {
      throw FieldRefusal(
        "failedAnswer", "The answer says “\(VisibleText.escaping(status, limit: 60))”.",
        cure: "Ask the registry again.")
    }
    var change: EntryChange?
    if isDelta {
      change = record.change.flatMap { EntryChange(rawValue: $0.lowercased()) }
      guard change != nil else { throw .unknownChange }
    } else if record.change != nil {
      throw FieldRefusal(
        "unknownChange", "The object changes a list, but the first object of the file does not.",
        cure: "Give a whole list and its changes in files of their own.")
    }
    let details = try details(record)
    try readIdentity(record, row, bytes, into: &result)
    for index in result.entries.indices {
      result.entries[index].details = details
      result.entries[index].change = change
    }
  }

  private func readIdentity(
    _ record: JSONRecord, _ row: ListRow, _ bytes: Span<UInt8>,
    into result: inout RowInterpreter.Result
  ) throws(FieldRefusal) {
    guard record.imeis.isEmpty else {
      for text in record.imeis {
        do {
          let found = try Identity(text)
          if result.entries.contains(where: { $0.key == found.key }) { continue }
          result.entries.append(ListEntry(key: found.key, form: found.form, line: row.line))
        } catch {
          result.refusals.append(RefusedRow(row, bytes, error))
        }
      }
      return
    }
    if let first = record.first, let last = record.last {
      result.entries.append(
        try .range(Identity(first), Identity(last), line: row.line))
    } else if record.first != nil || record.last != nil {
      let what = record.first == nil ? "range start" : "range end"
      throw FieldRefusal(
        record.first == nil ? "noRangeStart" : "noRangeEnd", "The object has no \(what).",
        cure: "Complete the object or take it out.")
    } else if let tac = record.tac {
      result.entries.append(
        try .whole(Identity.tac(Array(tac.utf8).span), line: row.line))
    } else {
      throw FieldRefusal(
        "noIMEI", "The object has no IMEI: no key “imei”, “deviceid” or “pei”.",
        cure: "Complete the object or take it out, or name the key with a mapping of columns.")
    }
  }

  private func details(_ record: JSONRecord) throws(FieldRefusal) -> EntryDetails {
    var details = EntryDetails()
    if let history = record.history { details.history = try EntryHistory.actions(history) }
    var reason = record.reasons.joined(separator: "; ")
    if let status = record.blockListStatus {
      switch Self.isListed(status) {
      case true?:
        if details.isRemoved { throw Self.contradiction(status, "a removal") }
      case false?:
        guard let last = details.history.last else {
          throw FieldRefusal(
            "notListed", "The answer says that the device is on no block list.",
            cure: "Leave it out; nothing is lost.")
        }
        if last.kind == .inserted { throw Self.contradiction(status, "an insertion") }
      case nil:
        reason = reason.isEmpty ? status : "\(status); \(reason)"
      }
    }
    let last = details.history.last
    details.reason =
      reason.isEmpty
      ? last?.reason ?? "" : VisibleText.escaping(reason, limit: ListEntry.reasonLimit)
    details.date =
      record.date.isEmpty
      ? last?.date ?? "" : VisibleText.escaping(record.date, limit: ListEntry.dateLimit)
    details.reference = VisibleText.escaping(record.reference, limit: ListEntry.reasonLimit)
    details.reportedBy =
      record.reportedBy.isEmpty
      ? last?.by ?? ""
      : VisibleText.escaping(
        record.reportedBy.joined(separator: ", "), limit: ListEntry.reasonLimit)
    return details
  }

  /// Whether a `blockliststatus` says that the device is listed; `nil` when it says something else.
  private static func isListed(_ status: String) -> Bool? {
    switch HeaderNames.normalised(status) {
    case "yes", "y", "true", "1", "blocked", "listed": true
    case "no", "n", "false", "0", "notblocked", "notlisted": false
    default: nil
    }
  }

  private static func contradiction(_ status: String, _ last: String) -> FieldRefusal {
    FieldRefusal(
      "historyDisagrees",
      "The block-list status is “\(VisibleText.escaping(status, limit: 60))”, but the last action is \(last).",
      cure: "Ask the registry again; the two must agree.")
  }
}
