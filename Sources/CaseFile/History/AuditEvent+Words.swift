extension AuditEvent {
  /// What was done, as a sentence without the person: `Accepted the number as read.`
  ///
  /// It holds no number, as events hold none.
  public var words: String {
    let details = entry.details
    func text(_ key: String) -> String? {
      guard case .text(let text) = details[key], !text.isEmpty else { return nil }
      return CaseText.shown(text, limit: 400)
    }
    func count(_ key: String) -> Int64 {
      if case .integer(let count) = details[key] { count } else { 0 }
    }
    let path = text("path").map { " as \($0)" } ?? ""
    let exhibit = text("exhibit").map { " exhibit \($0)" } ?? " an exhibit"
    switch entry.kind {
    case "photo.read":
      let again = details["again"] == .boolean(true) ? " again" : ""
      let flagged = details["flagged"] == .boolean(true) ? ", flagged" : ""
      return "Read the photo\(again)\(path): \(text("status") ?? "no status")\(flagged)."
    case "photo.named": return "Found the same bytes\(path)."
    case "photo.assign": return "Assigned the photo to\(exhibit)\(source(text("source")))."
    case "decision.assign": return "Said that the photo shows\(exhibit)."
    case "upload.receive":
      return "Received the file\(text("name").map { " \($0)" } ?? "")\(known(text("state")))."
    case "upload.finish":
      return text("state") == "refused"
        ? "Refused the upload\(text("reason").map { ": \($0)" } ?? "")." : "Read the upload."
    case "digits.check":
      return
        "Looked over a sheet of the digit \(count("digit")): \(count("confirmed")) confirmed, "
        + "\(count("struck")) struck."
    case "control.answer":
      return details["passed"] == .boolean(true)
        ? "Answered a known-answer item as the case has it."
        : "Answered a known-answer item otherwise than the case has it."
    case "decision.undo": return "Undid the decision of event \(count("undoes"))."
    case "answers.renew":
      return "Asked the lists again for \(count("asked")) numbers: \(count("newlyFlagged")) newly "
        + "flagged, \(count("noLongerFlagged")) no longer flagged."
    case "photo.renewed": return renewal
    case "exhibit.seal": return "Sealed it in bag \(text("number") ?? "without a number")."
    case "finding.add": return "Found something to know of: \(text("kind") ?? "no kind")."
    case "file.unread": return "Could not read the file\(path)."
    case "run.end": return "Ended the run: \(text("outcome") ?? "no outcome")."
    case "review.time":
      return "Had the number on the screen for \(tenths(count("milliseconds"))) s."
    case "review.sheet": return "Was given a sheet of the digit \(count("digit"))."
    case "audit.verify":
      return count("problems") == 0
        ? "Checked that the log is whole." : "Checked the log: \(count("problems")) problems."
    case "list.import":
      return "Imported the list \(text("name") ?? "without a name") of "
        + "\(text("date") ?? "no date"): \(count("entries")) entries."
    case "numbers.check": return "Checked \(count("count")) numbers against the lists."
    case "selftest.before", "selftest.after":
      let moment = entry.kind == "selftest.before" ? "before" : "after"
      return details["passed"] == .boolean(true)
        ? "Passed the self-test \(moment) a run." : "Failed the self-test \(moment) a run."
    case "case.purge":
      return "Erased the content of \(count("photos")) photos and \(count("files")) files."
    default: return Self.plain[entry.kind] ?? Self.sentence(entry.kind)
    }
  }

  private func tenths(_ milliseconds: Int64) -> String {
    "\(milliseconds / 1_000).\(milliseconds % 1_000 / 100)"
  }

  private func source(_ source: String?) -> String {
    switch source {
    case "folder": ", by its folder's name"
    case "fileName": ", by its file's name"
    case "csv": ", by a table"
    case "bagLabel": ", by the bag's label"
    default: ""
    }
  }

  private func known(_ state: String?) -> String {
    state == "waiting" ? "" : "; the case has its bytes already"
  }

  /// What needs no detail to be understood.
  private static let plain = [
    "audit.export": "Handed the log out.",
    "audit.look": "Looked at the log.",
    "case.close": "Closed the case.",
    "case.create": "Made the case.",
    "case.details": "Changed the case's details.",
    "case.hold": "Forbade that anything is erased.",
    "case.purgeAgain": "Repeated the erasure.",
    "case.release": "Allowed again that the case is erased.",
    "case.reopen": "Opened the closed case again.",
    "decision.accept": "Accepted the number as read.",
    "decision.correct": "Corrected the number.",
    "decision.key": "Keyed the number blind.",
    "decision.settle": "Settled what two people had keyed differently.",
    "decision.unreadable": "Said that the number cannot be read.",
    "duplicates.list": "Looked at the doubles.",
    "exhibit.add": "Added the exhibit.",
    "exhibit.change": "Changed what is known of the exhibit.",
    "exhibit.look": "Looked at the exhibit.",
    "exhibit.unseal": "Opened its bag.",
    "exhibits.list": "Looked at the list of exhibits.",
    "export.bundle": "Handed an evidence bag out.",
    "export.caseUCO": "Handed the case out as CASE/UCO files.",
    "export.jsonl": "Handed results out as JSON lines.",
    "export.report": "Handed the report out.",
    "export.tables": "Handed tables and lists out.",
    "export.timeStamp": "Handed the question for a time stamp out.",
    "finding.acknowledge": "Acknowledged a finding.",
    "findings.list": "Looked at the findings.",
    "numbers.search": "Searched for a number.",
    "operator.add": "Made the person known to the case.",
    "operator.role": "Gave the person another role.",
    "operator.token": "Issued a token.",
    "operator.withdraw": "Withdrew a token.",
    "original.acknowledge": "Acknowledged that an original is not as it was.",
    "original.changed": "Found that the original was changed.",
    "original.missing": "Found that the original is missing.",
    "original.unreadable": "Found that the original cannot be read.",
    "originals.checked": "Compared the originals with their digests.",
    "photo.explain": "Had the readings explained.",
    "photo.inForce": "Put a former result in force again.",
    "photo.look": "Looked at the photo.",
    "photo.reveal": "Was shown what the machine or others take a number for.",
    "photos.list": "Looked at the list of photos.",
    "review.again": "Answered a known-answer item again.",
    "review.doubt": "Put the number off as doubtful.",
    "review.open": "Was given the number to key blind or to settle.",
    "review.takenBack": "Took an answer to a known-answer item back.",
    "run.begin": "Began a run.",
    "run.verify": "Read photos again to compare the results.",
    "session.close": "Ended a session.",
    "session.open": "Began a session.",
    "station.lock": "Locked the station.",
    "station.login": "Logged in at the station.",
    "station.loginFailed": "Failed to log in at the station.",
    "station.logout": "Logged out of the station.",
    "station.timeout": "Was logged out of the station, as the time was up.",
    "station.tokenRefused": "Refused a token that is not known.",
    "station.unlock": "Unlocked the station.",
  ]

  /// The kind itself in words: `station.loginFailed` as `Station: login failed.`
  private static func sentence(_ kind: String) -> String {
    var words = ""
    for character in CaseText.shown(kind, limit: 80) {
      if character == "." {
        words += ": "
      } else if character.isUppercase {
        words += " \(character.lowercased())"
      } else {
        words.append(words.isEmpty ? Character(character.uppercased()) : character)
      }
    }
    return words + "."
  }
}
