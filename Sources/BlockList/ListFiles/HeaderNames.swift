/// The names by which header fields say what their column holds.
enum HeaderNames {
  /// What a column holds.
  enum Meaning: Equatable { case imei, reason, date }

  /// The meaning of a header field; case, space and punctuation do not count.
  static func meaning(of field: String) -> Meaning? {
    var name = ""
    for scalar in field.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      name.unicodeScalars.append(scalar)
    }
    if isIMEI(name) { return .imei }
    if reasons.contains(name) { return .reason }
    if dates.contains(name) { return .date }
    return nil
  }

  /// `imei` with words before and behind that do not change what it names: `IMEI 1`, `imei_norm`,
  /// `Device IMEI number`, `IMEI/MEID`; not `IMEI status` or `TAC of IMEI`.
  private static func isIMEI(_ name: String) -> Bool {
    guard let range = name.firstRange(of: "imei") else { return false }
    return consists(name[..<range.lowerBound], of: wordsBefore)
      && consists(name[range.upperBound...], of: wordsBehind)
  }

  private static func consists(_ text: Substring, of words: [String]) -> Bool {
    var rest = text
    while !rest.isEmpty {
      if let first = rest.first, first.isASCII, first.isNumber {
        rest.removeFirst()
      } else if let word = words.first(where: { rest.hasPrefix($0) }) {
        rest.removeFirst(word.count)
      } else {
        return false
      }
    }
    return true
  }

  private static let wordsBefore = [
    "device", "phone", "handset", "equipment", "terminal", "mobile", "primary", "secondary",
    "first", "second", "blocked", "stolen", "barred", "sim", "slot", "the",
  ]
  private static let wordsBehind = [
    "number", "numbers", "num", "norm", "normalised", "normalized", "nos", "no", "nr", "codes",
    "code", "meid", "svn", "sv", "value", "digits", "slot", "sim", "id", "s",
  ]
  private static let reasons: Set<String> = [
    "reason", "reasons", "reasoncode", "reasoncodes", "reasoncodedesc", "reasondescription",
    "blockreason", "blockingreason", "status", "liststatus", "blockliststatus", "blockstatus",
  ]
  private static let dates: Set<String> = [
    "date", "reportingdate", "reportdate", "reporteddate", "datereported", "reportedon", "reported",
    "blockdate", "blockingdate", "blockeddate", "dateblocked", "blockedon", "datelisted",
    "listeddate", "dateadded",
  ]
}
