internal import CaseFile
internal import Foundation

/// One glyph of one reading.
struct Glyph: Sendable, Hashable {
  let subject: ReadingSubject
  /// Its place among the 15 digits, from 0.
  let place: Int
}

/// All glyphs that were read as one digit, in one person's hands.
struct DigitSheetTicket: Sendable {
  /// How long a sheet can be sent back, in seconds.
  static let lifetime: TimeInterval = 3_600
  /// The most glyphs of one sheet.
  static let mostGlyphs = 120

  let id: String
  let person: String
  let digit: UInt8
  /// By a name that says nothing.
  let glyphs: [String: Glyph]
  /// What each reading stood on.
  let states: [ReadingSubject: String]
  let expires: Date
}

/// The sheets in people's hands.
struct DigitSheets: Sendable {
  /// How many are kept at most; the oldest go first.
  static let most = 1_000

  private var sheets: [String: DigitSheetTicket] = [:]

  /// The person's sheet of this name, if it can still be sent back.
  func sheet(_ id: String, of person: String, at now: Date) -> DigitSheetTicket? {
    sheets[id].flatMap { $0.person == person && $0.expires > now ? $0 : nil }
  }

  mutating func keep(_ sheet: DigitSheetTicket, at now: Date) {
    sheets = sheets.filter { $0.value.expires > now }
    if sheets.count >= Self.most,
      let oldest = sheets.min(by: { $0.value.expires < $1.value.expires })
    {
      sheets[oldest.key] = nil
    }
    sheets[sheet.id] = sheet
  }

  mutating func remove(_ id: String) { sheets[id] = nil }
}

/// Which digits of a reading people have confirmed or struck on sheets.
struct DigitTally: Sendable, Hashable {
  /// All 15 digits.
  static let whole: UInt16 = 0x7FFF

  /// Whether somebody struck a digit: the reading is doubtful from then on.
  private(set) var isStruck = false
  private var confirmed: [String: UInt16] = [:]

  /// Notes a digit.
  ///
  /// - Parameter place: among the 15, from 0.
  mutating func insert(_ place: Int, person: String, isStruck: Bool) {
    guard (0..<15).contains(place) else { return }
    if isStruck {
      self.isStruck = true
    } else {
      confirmed[person, default: 0] |= 1 << UInt16(place)
    }
  }

  /// Whether the person confirmed the digit.
  func isConfirmed(_ place: Int, by person: String) -> Bool {
    (confirmed[person] ?? 0) & (1 << UInt16(place)) != 0
  }

  /// Whether the person confirmed all 15 digits and nobody struck one.
  func isComplete(by person: String) -> Bool {
    !isStruck && confirmed[person] == Self.whole
  }
}

extension ReviewIndex {
  /// The glyphs read as each digit that a person has still to look at, in the order of work.
  func glyphs(
    for reviewer: Reviewer, isFree: (ReadingSubject) -> Bool
  ) -> [[Glyph]] {
    var glyphs = [[Glyph]](repeating: [], count: 10)
    for number in all where number.kind == .confirm {
      guard let row = number.glyphs, !number.people.contains(reviewer.person),
        isFree(number.subject)
      else { continue }
      for (place, digit) in row.digits.enumerated() {
        let glyph = Glyph(subject: number.subject, place: place)
        if !number.marks.isConfirmed(place, by: reviewer.person) {
          glyphs[Int(digit)].append(glyph)
        }
      }
    }
    return glyphs
  }
}
