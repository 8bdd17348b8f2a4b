internal import CaseFile

/// Tells who asked the lists by what the case recorded them for.
struct AskingBook {
  private let runs: [RunID: Run]
  private let decisions: [Int64: DecisionContent]
  private let rechecks: [Int64: RecheckContent]

  init(_ content: CaseContent) {
    runs = Dictionary(content.runs.map { ($0.id, $0) }) { first, _ in first }
    decisions = Dictionary(content.decisions.map { ($0.event, $0) }) { first, _ in first }
    rechecks = Dictionary(content.rechecks.map { ($0.recheck.event, $0) }) { first, _ in first }
  }

  /// Who asked; nil when the case does not hold what its answers say they are of.
  func asking(on occasion: AskingRecord.Occasion) -> AskingRecord? {
    switch occasion {
    case .reading(let identifier):
      runs[RunID(identifier)].map {
        AskingRecord(occasion: occasion, person: $0.person, program: $0.program)
      }
    case .decision(let event):
      decisions[event].map {
        AskingRecord(occasion: occasion, person: $0.person, program: $0.program)
      }
    case .recheck(let event):
      rechecks[event].map {
        AskingRecord(occasion: occasion, person: $0.recheck.person, program: $0.program)
      }
    }
  }
}

extension Run {
  /// The program that it was done with, name and version.
  var program: String { "imeikit \(details.settings.toolVersion)" }
}
