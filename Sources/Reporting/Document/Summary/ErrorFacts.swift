/// What was measured of readers and machine on this haul, with the counts behind each figure.
struct ErrorFacts {
  let record: HaulRecord

  var facts: [ReportFact] { [readers, machine, selfTests] }

  private var readers: ReportFact {
    let rate = ErrorRate(
      differing: record.readers.reduce(0) { $0 + $1.differing },
      count: record.readers.reduce(0) { $0 + $1.controls })
    return ReportFact(
      "Readers' error rate",
      rate.count == 0
        ? "not measured: no known-answer item was answered"
        : "known-answer items answered otherwise: \(rate.words)")
  }

  private var machine: ReportFact {
    let machine = record.machine
    let rate = ErrorRate(differing: machine.acceptedDiffering, count: machine.acceptedChecked)
    return ReportFact(
      "Machine's error rate",
      rate.count == 0
        ? "not measured: of \(machine.accepted.of("accepted number", "accepted numbers")) people "
          + "keyed none blind"
        : "accepted numbers that people keyed blind and otherwise: \(rate.words)")
  }

  private var selfTests: ReportFact {
    let tests = record.selfTests
    guard !tests.isEmpty else {
      return ReportFact("Self-tests", "none was made", tone: .attention)
    }
    let pictures = tests.reduce(0) { $0 + $1.pictures }
    let failed = tests.reduce(0) { $0 + $1.failed }
    let sum =
      "\(tests.count.grouped) made, \(pictures.of("known picture", "known pictures")) in all"
    return failed == 0
      ? ReportFact("Self-tests", "\(sum): each was read as known")
      : ReportFact(
        "Self-tests", "\(sum): \(failed.grouped) read otherwise than known", tone: .attention)
  }
}
