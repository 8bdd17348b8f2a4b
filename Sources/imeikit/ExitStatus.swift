import ArgumentParser

/// How the program ends, for people and for pipelines.
enum ExitStatus: Int32, CaseIterable {
  case settled = 0
  case flagged = 10
  case review = 20
  case unreadable = 30
  case usage = 64
  case badInput = 65
  case componentMissing = 69
  case internalFailure = 70
  case inputOutput = 74

  /// What the status means, one line.
  var meaning: String {
    switch self {
    case .settled: "everything settled, nothing flagged"
    case .flagged: "at least one IMEI is flagged"
    case .review: "at least one reading needs a person"
    case .unreadable: "at least one photo is unreadable or refused"
    case .usage: "the command line is wrong"
    case .badInput: "input data is bad; the rest was done"
    case .componentMissing: "a library or model is missing"
    case .internalFailure: "a fault in the kit itself"
    case .inputOutput: "a file could not be read or written"
    }
  }

  /// Which status wins when several hold, first wins.
  static let precedence: [ExitStatus] = [
    .internalFailure, .inputOutput, .componentMissing, .badInput, .usage, .flagged, .review,
    .unreadable, .settled,
  ]

  /// The stronger of two.
  func combined(with other: ExitStatus) -> ExitStatus {
    Self.precedence.first { $0 == self || $0 == other } ?? .settled
  }

  /// Ends the command with this status; does nothing when everything is settled.
  func end() throws {
    if self != .settled { throw ExitCode(rawValue) }
  }

  /// The table for help texts.
  static var helpTable: String {
    let rows = allCases.map { status in
      let number = String(status.rawValue)
      return "  " + String(repeating: " ", count: 2 - number.count) + number + "  "
        + status.meaning
    }
    let order = precedence.map { String($0.rawValue) }.joined(separator: " > ")
    return "EXIT STATUS:\n" + rows.joined(separator: "\n") + "\n  When several hold: \(order)."
  }
}
