extension AuditEvent {
  /// What newer lists said of a photo's numbers, as a sentence for each: `The number read was not flagged by
  /// “Register” of 2026-11-01; it is flagged by “Register” of 2026-11-20.`
  var renewal: String {
    guard case .list(let changes)? = entry.details["changes"] else {
      return "Asked the lists again."
    }
    return changes.compactMap { change in
      guard case .object(let change) = change else { return nil }
      return Self.subject(change) + " " + Self.clause(change, "before", "beforeLists", verb: "was")
        + "; it " + Self.clause(change, "after", "afterLists", verb: "is") + "."
    }.joined(separator: " ")
  }

  private static func subject(_ change: [String: AuditValue]) -> String {
    if case .text(let person)? = change["person"] {
      return "The number that \(CaseText.shown(person)) gave"
    }
    // People count from 1.
    guard case .text(let place)? = change["number"], place.hasPrefix("r"),
      let position = Int(place.dropFirst()), position > 0
    else { return "The number read" }
    return "The number read in place \(position + 1)"
  }

  private static func clause(
    _ change: [String: AuditValue], _ state: String, _ lists: String, verb: String
  ) -> String {
    let names = names(change[lists])
    let by = names.isEmpty ? "" : " by \(names)"
    switch change[state] {
    case .text("flagged")?: return "\(verb) flagged\(by)"
    case .text("notFlagged")?: return "\(verb) not flagged\(by)"
    default: return "\(verb) not checked"
    }
  }

  private static func names(_ lists: AuditValue?) -> String {
    guard case .list(let lists)? = lists else { return "" }
    let names = lists.compactMap { list -> String? in
      guard case .object(let list) = list, case .text(let name)? = list["name"],
        case .text(let date)? = list["date"]
      else { return nil }
      return "“\(CaseText.shown(name, limit: 120))” of \(CaseText.shown(date, limit: 20))"
    }
    return names.count > 8
      ? "\(names.prefix(8).joined(separator: ", ")) and \(names.count - 8) more"
      : names.joined(separator: ", ")
  }
}
