/// The names by which header fields say what their column holds.
enum HeaderNames {
  /// What a column holds, or the value of a key in JSON.
  enum Meaning: String, Hashable, CaseIterable {
    case imei, tac
    /// The ends of a range.
    case first = "from"
    case last = "to"
    case reason, date, reference, by, change

    /// Whether the column says which equipment a row is about.
    var isIdentity: Bool { [.imei, .tac, .first, .last].contains(self) }
  }

  /// The meaning of a header field; case, space and punctuation do not count.
  static func meaning(of field: String) -> Meaning? {
    let name = normalised(field)
    if isIMEI(name) { return .imei }
    if let meaning = fixed[name] { return meaning }
    return rangeEnd(name)
  }

  /// `field` in lower case, letters and digits alone.
  static func normalised(_ field: String) -> String {
    var name = ""
    for scalar in field.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      name.unicodeScalars.append(scalar)
    }
    return name
  }

  /// Whether `field` names what only a list of models has: maker, model, bands.
  static func isAboutModels(_ field: String) -> Bool { models.contains(normalised(field)) }

  /// `from`, `range start`, `IMEI from`, `last IMEI`: one word for an end, and words that do not
  /// change what it is the end of.
  private static func rangeEnd(_ name: String) -> Meaning? {
    var found: Meaning?
    var rest = name[...]
    while !rest.isEmpty {
      if let word = rangeWords.first(where: { rest.hasPrefix($0) }) {
        rest.removeFirst(word.count)
      } else if let (word, end) = rangeEnds.first(where: { rest.hasPrefix($0.0) }), found == nil {
        rest.removeFirst(word.count)
        found = end
      } else {
        return nil
      }
    }
    return found
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
    "first", "second", "blocked", "stolen", "barred", "golden", "sim", "slot", "the",
  ]
  private static let wordsBehind = [
    "number", "numbers", "num", "norm", "normalised", "normalized", "nos", "no", "nr", "codes",
    "code", "meid", "svn", "sv", "value", "digits", "slot", "sim", "id", "s",
  ]
  private static let rangeWords = [
    "imei", "range", "number", "serial", "value", "digits", "of", "the", "in", "no", "nr",
  ]
  private static let rangeEnds: [(String, Meaning)] = [
    ("from", .first), ("start", .first), ("first", .first), ("begin", .first), ("lower", .first),
    ("until", .last), ("end", .last), ("last", .last), ("upper", .last), ("to", .last),
  ]
  private static let models: Set<String> = [
    "marketingname", "internalmodelname", "manufacturer", "manufacturercode", "brandname",
    "modelname", "bands", "allocationdate", "operatingsystem", "gsmarena", "devicetype",
    "radiointerface",
  ]

  private static let fixed: [String: Meaning] = {
    var table: [String: Meaning] = [:]
    for (meaning, names) in names {
      for name in names.split(separator: " ") { table[String(name)] = meaning }
    }
    return table
  }()

  private static let names: [(Meaning, String)] = [
    (.imei, "deviceid pei"),
    (.tac, "tac tacs barredtac blockedtac taccode tacnumber typeallocationcode"),
    (
      .reason,
      """
      reason reasons reasoncode reasoncodes reasoncodedesc reasondescription blockreason \
      blockingreason blocklistreason status liststatus blockliststatus blockstatus
      """
    ),
    (
      .date,
      """
      date reportingdate reportdate reporteddate datereported reportedon reported blockdate \
      blockingdate blockeddate dateblocked blockedon datelisted listeddate listedon dateadded \
      insertdate inserteddate dateinserted stolendate datestolen lostdate datelost
      """
    ),
    (
      .reference,
      """
      reference referencenumber referenceno referenceid refno refnumber ref refcode casenumber \
      caseno caseid casereference caseref case crimenumber crimereference crimeref incident \
      incidentnumber incidentid reportnumber reportno reportid ticket ticketnumber requestid \
      trackingid firnumber
      """
    ),
    (
      .by,
      """
      by reportedby reportingbody reportingparty reporter blockedby listedby insertedby addedby \
      organisation organization operator operatorname network mno carrier country countryname \
      countrycode agency authority police force issuer
      """
    ),
    (.change, "changetype change deltatype updatetype"),
  ]
}
