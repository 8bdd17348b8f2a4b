import BlockList
import IMEI

/// The code itself; within `PhotoResult` its name is that of the JSON object.
private typealias TypeAllocationCode = TAC

extension PhotoResult {
  /// Fills in make and model of one page's readings, and warns of makes that contradict each other.
  ///
  /// - Parameters:
  ///   - page: the page, from 1.
  ///   - print: the lines and barcodes that were read on it.
  /// - Throws: `BlockListError`.
  mutating func addTypes(from directory: TACDirectory, page: Int, print: [String]) throws {
    let indices = readings.indices.filter { readings[$0].page == page }
    let codes = indices.compactMap { TypeAllocationCode(readings[$0].tac.code) }
    guard codes.count == indices.count else { return }
    let answers = try directory.lookUp(codes)
    for (index, answer) in zip(indices, answers) { readings[index].tac = TAC(answer) }
    let named = zip(indices, answers).map { TypedReading(reading: readings[$0], type: $1) }
    for warning in Self.warnings(of: named, print: print) where !warnings.contains(warning) {
      warnings.append(warning)
    }
  }

  /// A reading with what the TAC lists say of it.
  private struct TypedReading {
    let reading: Reading
    let type: TACAnswer

    /// `35693803 (Nokia 3310)`
    var name: String {
      type.leading.map { "\(type.tac) (\($0.names), list \($0.list))" } ?? type.tac.digits
    }
  }

  /// Lists that disagree, the two IMEIs of one device, and the print beside a number.
  private static func warnings(of readings: [TypedReading], print: [String]) -> [String] {
    var warnings = readings.filter { $0.type.listsCompared == .differs }.map(\.type.explanation)
    // A misread digit names another type: only numbers whose check digit agrees are compared.
    let sound = readings.filter { $0.reading.checkDigit == .agrees }
    if readings.count == 2, sound.count == 2, Set(sound.map(\.reading.slot)) == [1, 2],
      sound[0].type.comparedMake(with: sound[1].type) == .differs
    {
      warnings.append(
        "The two IMEIs are of different makes by their TACs: \(sound[0].name) and \(sound[1].name)."
      )
    }
    for typed in sound where typed.type.comparedMake(withPrint: print) == .differs {
      let printed = LabelMakes.makes(in: print).joined(separator: ", ")
      warnings.append("The print names \(printed), the TAC another make: \(typed.name).")
    }
    return warnings
  }
}

extension PhotoResult.TAC {
  /// What the lists say in one entry: the newest with a make; the newest list where none has the code.
  init(_ answer: TACAnswer) {
    let newest = answer.lists.max { ($0.date, $1.name) < ($1.date, $0.name) }
    self.init(
      code: answer.tac.digits, make: answer.leading?.make, model: answer.leading?.model,
      list: answer.leading?.list ?? newest)
  }
}
