public import CaseFile

extension HaulRecord {
  /// Everything that leaves the station of a case, in one state of it.
  ///
  /// A blind number is not withheld here: a report shows what people decided, and a number on which somebody
  /// has still to decide as ``NumberRecord/Standing/open``.
  ///
  /// - Throws: ``ReportingError`` `notReady` when the case was purged, when originals were changed or are
  ///   missing and nobody has acknowledged it (ACPO's first principle), or when a result cannot be read;
  ///   `CaseFileError`.
  public init(of file: CaseFile) throws {
    var haul = HaulGathering()
    let content: CaseContent
    do {
      content = try file.content { try haul.add($0) }
    } catch let error as CaseFileError where error.code == .casePurged {
      throw ReportingError(
        .notReady, error.message,
        cure: "Hand out its log with `imeikit audit export`; there is nothing left to report on.")
    }
    try Self.checkOriginals(content.deviations)
    self = try haul.record(content).namingPeople(of: file)
  }

  private static func checkOriginals(_ deviations: [OriginalDeviation]) throws {
    let open = deviations.filter { $0.acknowledgedBy == nil }
    guard let first = open.first else { return }
    let name = ReportingError.shown(String(decoding: first.check.path.fileName, as: UTF8.self))
    let others = open.count > 1 ? " and \(open.count - 1) more" : ""
    throw ReportingError(
      .notReady,
      "original \(name)\(others) is not as it was recorded (\(first.check.outcome.words)), and nobody has "
        + "acknowledged it",
      cure: "Find out what happened to it, then acknowledge it with "
        + "`imeikit case originals --acknowledge \(first.id) --note …`"
        + (open.count > 1 ? ", or all of them with `--acknowledge-all`." : "."))
  }
}
