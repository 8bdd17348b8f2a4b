import Foundation
import IMEI
import Imaging

/// Reads located lines of one photo, each once, and remembers which way up the photo is.
struct LineReader {
  /// A line of this many digits, or more, fixes the direction of the photo.
  static let tellingDigits = 14
  /// Mean confidence from which a line's direction needs no second look.
  static let sureConfidence = 0.85

  /// How far from the others a check digit may stand, in digit heights, itself included.
  static let setApart = 2.0

  private let photo: GrayImage
  private let recogniser: StripRecogniser
  private let refiner: LineRefiner?
  /// The lines read so far that say something.
  private(set) var readings: [StripReading] = []
  /// The direction of the first line that was read without doubt.
  private(set) var direction: Double?

  /// Reads lines of a photo.
  ///
  /// - Parameters:
  ///   - refining: whether tilt, height and ends are settled before a line is read.
  init(_ photo: GrayImage, with recogniser: StripRecogniser, refining: Bool) {
    self.photo = photo
    self.recogniser = recogniser
    refiner = refining ? LineRefiner(photo) : nil
  }

  /// Reads lines that may hold an IMEI; those that turn out to lie where one was read are skipped.
  mutating func readDigitRuns(_ lines: [LocatedLine]) {
    for line in lines {
      let refined = refiner?.refined(line)
      let tries = [refined, line].compactMap(\.self).filter { (5.0..<45).contains($0.aspect) }
      var best: StripReading?
      for attempt in tries {
        if readings.contains(where: { $0.isWholeNumber && $0.strip.line.covers(attempt) }) { break }
        let reading = read(attempt)
        if best.map({ reading.isBetter(than: $0) }) ?? true { best = reading }
        if reading.isWholeNumber { break }
      }
      if let reading = best, reading.mayLackDigits { best = readLonger(reading) ?? best }
      if let best { keep(recogniser.witnessed(best, in: photo)) }
    }
  }

  /// Reads lines of any text; as located too, where settling may have cut a caption's first letter off.
  mutating func readTexts(_ lines: [LocatedLine]) {
    for line in lines {
      let attempt = refiner?.refined(line) ?? line
      guard (0.8..<60).contains(attempt.aspect) else { continue }
      if readings.contains(where: { $0.strip.line.covers(attempt) }) { continue }
      let reading = read(attempt)
      if !reading.saysIMEI, attempt != line {
        let other = read(line)
        keep(other.saysIMEI ? other : reading)
      } else {
        keep(reading)
      }
    }
  }

  /// Reads the beginning of a row whose number has been read, in place of what that reading has of it.
  ///
  /// - Parameters:
  ///   - beginning: the row up to the number.
  ///   - reading: the reading of the number.
  ///   - token: the number's first character in that reading.
  mutating func readBeginning(_ beginning: LocatedLine, of reading: StripReading, before token: Int)
  {
    guard let index = readings.firstIndex(where: { $0.strip.line == reading.strip.line }),
      beginning.aspect > 0.8
    else { return }
    let ahead = recogniser.read(recogniser.strip(of: beginning, in: photo))
    guard !ahead.tokens.isEmpty, !ahead.isWholeNumber else { return }
    readings[index].leadingTokensLeftOut = token
    readings.append(ahead)
  }

  /// Reads a line a little beyond its ends: a check digit set apart may have been left out.
  ///
  /// - Returns: a reading of fifteen digits whose check digit agrees; nil when that is not what stands there.
  private func readLonger(_ reading: StripReading) -> StripReading? {
    var line = reading.strip.line
    line.length += 2 * Self.setApart * line.height
    let longer = recogniser.read(recogniser.strip(of: line, in: photo))
    return longer.digitRuns().contains { longer.imei(of: $0)?.checkDigit == .agrees } ? longer : nil
  }

  private mutating func read(_ line: LocatedLine) -> StripReading {
    guard let direction else {
      let reading = recogniser.readEitherWay(recogniser.strip(of: line, in: photo))
      if reading.digitCount >= Self.tellingDigits, reading.meanConfidence >= Self.sureConfidence {
        self.direction = reading.strip.line.angle
      }
      return reading
    }
    let turned = cos(line.angle - direction) < 0 ? line.reversed : line
    let strip = recogniser.strip(of: turned, in: photo)
    let reading = recogniser.read(strip)
    if reading.meanConfidence >= Self.sureConfidence, !reading.tokens.isEmpty { return reading }
    let other = recogniser.read(strip.reversed)
    // Several phones may lie in one picture, each its own way round; a caption is too short to say.
    return other.uprightness > reading.uprightness + 3 ? other : reading
  }

  /// Keeps a reading, once for each place: the better of two that lie on each other.
  private mutating func keep(_ reading: StripReading) {
    guard !reading.tokens.isEmpty else { return }
    let overlapping = readings.indices.filter {
      readings[$0].strip.line.overlaps(reading.strip.line)
    }
    if overlapping.contains(where: { !reading.isBetter(than: readings[$0]) }) { return }
    for index in overlapping.reversed() { readings.remove(at: index) }
    readings.append(reading)
  }
}

extension LocatedLine {
  /// Whether another line lies on this one for at least four fifths of its length.
  func covers(_ other: LocatedLine) -> Bool {
    shared(with: other).map { $0 > 0.8 * other.length } ?? false
  }

  /// Whether the two lie on each other for at least half the shorter one.
  func overlaps(_ other: LocatedLine) -> Bool {
    shared(with: other).map { $0 > 0.5 * min(length, other.length) } ?? false
  }

  /// The length that two lines of one row have in common; nil when they are not on one row.
  private func shared(with other: LocatedLine) -> Double? {
    let axis = along
    let (dx, dy) = (other.center.x - center.x, other.center.y - center.y)
    let across = abs(dy * axis.x - dx * axis.y)
    guard across < 0.5 * max(height, other.height), abs(sin(angle - other.angle)) < 0.3 else {
      return nil
    }
    let offset = abs(dx * axis.x + dy * axis.y)
    return min(length, other.length, (length + other.length) / 2 - offset)
  }
}
