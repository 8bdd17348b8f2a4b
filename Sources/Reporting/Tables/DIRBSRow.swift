internal import BlockList

/// A number that lists flag, as DIRBS writes its own lists: `imei,block_date,reasons`.
struct DIRBSRow: Sendable, Hashable {
  /// The 15 digits; 14 where no check digit was printed.
  let imei: String
  /// The earliest day that the lists give for it, `YYYYMMDD`.
  let blockDate: String
  /// What the lists give as reasons, each once, parted by `|`.
  let reasons: String

  /// A row each number that counts and is flagged, by digits.
  static func all(of record: HaulRecord) -> [DIRBSRow] {
    let numbers = (record.exhibits.flatMap(\.numbers) + record.unassignedNumbers)
      .filter { $0.standing != .open && $0.answer.state == .flagged }
    let grouped = Dictionary(grouping: numbers) { number in
      // 16 digits end in a software version, which is no part of the IMEI.
      number.digits.utf8.count == 15 ? number.digits : String(number.digits.prefix(14))
    }
    return grouped.map { DIRBSRow(imei: $0, numbers: $1) }.sorted { $0.imei < $1.imei }
  }

  private init(imei: String, numbers: [NumberRecord]) {
    self.imei = imei
    // Where the case kept no more of an answer than “flagged”, its day is the one on which it was given.
    let days = numbers.flatMap { number in
      number.answer.matches.isEmpty
        ? [number.answeredAt.flatMap(Self.listedDay).map(Self.compact)].compactMap(\.self)
        : number.answer.matches.map(Self.day)
    }
    blockDate = days.min() ?? ""
    let texts = numbers.flatMap { number in
      number.answer.matches.isEmpty
        ? ["flagged"] : number.answer.matches.map { $0.reason ?? "on list \($0.list.name)" }
    }
    var seen: Set<String> = []
    reasons = texts.map { $0.replacing("|", with: "/") }.filter { seen.insert($0).inserted }
      .joined(separator: "|")
  }

  /// The day that a list gives for an entry; where it gives none that has one reading, the day that the
  /// list stands for, on which the entry was there.
  private static func day(of match: Match) -> String {
    compact(match.date.flatMap(listedDay) ?? match.list.date)
  }

  /// A day as `YYYY-MM-DD` or `YYYYMMDD`, with or without a time behind it.
  private static func listedDay(_ text: String) -> ListDate? {
    let day = text.prefix { $0 != "T" && $0 != " " }
    guard day.utf8.count == 8 else { return try? ListDate(day) }
    return try? ListDate("\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.dropFirst(6))")
  }

  private static func compact(_ date: ListDate) -> String {
    date.description.replacing("-", with: "")
  }
}

extension ExportTable {
  /// The numbers that lists flag, in the three columns of DIRBS.
  static func dirbs(of record: HaulRecord) -> ExportTable {
    ExportTable(
      "DIRBS",
      [
        .code("imei") { .one($0.imei) }, .code("block_date") { .one($0.blockDate) },
        .text("reasons") { .one($0.reasons) },
      ], of: DIRBSRow.all(of: record))
  }
}
