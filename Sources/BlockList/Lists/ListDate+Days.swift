extension ListDate {
  /// Days from 1970-01-01 to 1990-01-01.
  private static let from1970To1990 = 7_305

  /// Days since 1990-01-01, 0 and more.
  package var daysSince1990: Int { daysSince1970 - Self.from1970To1990 }

  /// The day so many days after 1990-01-01; `nil` before it and after 9999.
  init?(daysSince1990 days: Int) {
    guard days >= 0, days < 3_000_000 else { return nil }
    self.init(daysSince1970: days + Self.from1970To1990)
  }

  /// Days to civil date, Howard Hinnant's algorithm: eras of 400 years that begin on 1 March.
  init?(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: day)
  }

  /// Civil date to days, the same algorithm the other way.
  private var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// `YYYYMMDD`.
  var compact: String { String(year * 10_000 + month * 100 + day) }
}
