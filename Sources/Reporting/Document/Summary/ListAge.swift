internal import BlockList

/// How old a list was at the time of the record, never of the printing.
enum ListAge {
  /// The day of a time that the kit wrote; nil when it is none.
  static func day(of time: String) -> ListDate? { try? ListDate(String(time.prefix(10))) }

  /// `1 day`, `30 days`.
  static func words(of date: ListDate, at day: ListDate?) -> String {
    guard let day else { return "not known" }
    return (day.daysSince1990 - date.daysSince1990).of("day", "days")
  }
}
