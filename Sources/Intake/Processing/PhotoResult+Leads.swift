internal import BlockList
internal import IMEI

extension PhotoResult.Reading {
  /// How many numbers are looked up for one reading: with ``leastLead``, every one that could be shown.
  static let leadBound = 1_000
  /// A number less probable than this is no lead. Of 68 wrong readings in review on 10,000 drawn photos
  /// the printed number was above it for 25, and among the reader's alternatives for 12; below it, a list
  /// of millions has more numbers by chance than by a misread.
  static let leastLead = 0.001
  /// How many leads a reading has at most.
  static let mostLeads = 10

  /// Asks the lists for what else a reading in review may be, so that a listed number is seen as a lead.
  ///
  /// Numbers whose check digit differs are not asked for. An accepted reading has no leads: its digits
  /// are settled.
  ///
  /// - Throws: `BlockListError`.
  mutating func addLeads(from lists: BlockListStore) throws {
    guard status == .review else { return }
    try answerAlternatives(from: lists)
    guard let number = doubtfulNumber, let read = IMEI(imei) else { return }
    let found = try NearMissSearch(store: lists, bound: Self.leadBound).leads(for: number)
    leads = found.leads.filter { $0.probability >= Self.leastLead && $0.imei.key != read.key }
      .prefix(Self.mostLeads)
      .map {
        PhotoResult.Lead(
          imei: $0.imei.digits, probability: $0.probability, answer: $0.answer)
      }
  }

  private mutating func answerAlternatives(from lists: BlockListStore) throws {
    var places: [Int] = []
    var imeis: [IMEI] = []
    for (place, alternative) in alternatives.enumerated() {
      guard let imei = IMEI(alternative.imei), imei.checkDigit == .agrees else { continue }
      places.append(place)
      imeis.append(imei)
    }
    for (place, answer) in zip(places, try lists.lookUp(imeis)) {
      alternatives[place].answer = answer
    }
  }

  /// The digits that may stand at each place: the one read with its confidence, those of the alternatives
  /// with theirs, and the others with what is left, in equal parts.
  private var doubtfulNumber: DoubtfulNumber? {
    let read = imei.utf8.map { $0 &- 0x30 }
    guard read.count == digits.count, read.allSatisfy({ $0 <= 9 }) else { return nil }
    let others = alternatives.map { ($0.imei.utf8.map { $0 &- 0x30 }, $0.confidence) }
      .filter { $0.0.count == read.count }
    return DoubtfulNumber(
      digits: read.indices.map { place in
        // Neither certain nor impossible: a confidence of 1 is one that was rounded.
        let confidence = min(max(digits[place], 0.1), 0.999)
        var chances = (0..<UInt8(10)).map { digit in
          DigitChance(
            digit: digit, probability: digit == read[place] ? confidence : (1 - confidence) / 9)
        }
        chances += others.map {
          DigitChance(digit: $0.0[place], probability: min(max($0.1, 0), 1))
        }
        return chances
      })
  }
}
