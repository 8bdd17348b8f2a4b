import Foundation
import Testing

@testable import BlockList

@Suite("List dates")
struct ListDateTests {
  @Test(
    "Calendar dates are read and written alike",
    arguments: ["2026-03-04", "2024-02-29", "2000-02-29", "1999-12-31"])
  func valid(text: String) throws {
    let date = try ListDate(text)
    #expect(date.description == text)
    let coded = try JSONEncoder().encode([date])
    #expect(String(decoding: coded, as: UTF8.self) == "[\"\(text)\"]")
    #expect(try JSONDecoder().decode([ListDate].self, from: coded) == [date])
  }

  @Test(
    "What no calendar has, or another order, is refused with a cure",
    arguments: [
      "", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "2026-1-01",
      "01-02-2026", "04/03/2026", "20260304", "2026-03-04 ", "２０２６-03-04", "2026-03-04T10:00",
      "+026-03-04", "1889-01-01",
    ])
  func invalid(text: String) {
    let error = #expect(throws: BlockListError.self) { try ListDate(text) }
    #expect(error?.code == .badDate)
    #expect(error?.cure.contains("YYYY-MM-DD") == true)
  }

  @Test("Dates are ordered in time")
  func order() throws {
    #expect(try ListDate("2025-12-31") < ListDate("2026-01-01"))
    #expect(try ListDate("2026-01-31") < ListDate("2026-02-01"))
  }

  @Test("The latest day on Earth agrees with Foundation's calendar at UTC+14")
  func latest() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 14 * 3_600))
    for step in 0..<4_000 {
      let seconds = 631_152_000 + Double(step) * 333_331.5
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: seconds))
      let expected = try #require(
        ListDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0))
      #expect(ListDate.latest(atSecondsSince1970: seconds) == expected)
    }
  }
}
