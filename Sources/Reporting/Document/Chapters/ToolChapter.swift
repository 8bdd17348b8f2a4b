/// What read the photos: program, engines, settings, runs and self-tests, and the originals' state.
struct ToolChapter {
  let record: HaulRecord

  var section: ReportSection {
    var blocks: [ReportBlock] = []
    if record.runs.isEmpty {
      blocks.append(.paragraph("No run over photos is recorded."))
    } else {
      blocks += [.facts(tools), .table(runs)]
    }
    if !record.selfTests.isEmpty { blocks.append(.table(selfTests)) }
    blocks += originals
    return ReportSection(anchor: "tool", title: "Program, settings and runs", blocks: blocks)
  }

  /// Each version, engine and settings digest once, with the runs that had it.
  private var tools: [ReportFact] {
    var facts: [(name: String, value: String, runs: [Int])] = []
    func add(_ name: String, _ value: String, run: Int) {
      if let place = facts.firstIndex(where: { $0.name == name && $0.value == value }) {
        facts[place].runs.append(run)
      } else {
        facts.append((name, value, [run]))
      }
    }
    for (place, run) in record.runs.enumerated() {
      add("Program", "imeikit \(run.toolVersion.visible(limit: 60))", run: place + 1)
    }
    let names = Set(record.runs.flatMap(\.components.keys)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    for name in names {
      for (place, run) in record.runs.enumerated() {
        guard let value = run.components[name] else { continue }
        // Networks are the kit's own; their names say so.
        let title = name.hasPrefix("network ") ? "Network\(name.dropFirst(7))" : "Engine \(name)"
        add(title.visible(limit: 60), value.visible(limit: 1_000), run: place + 1)
      }
    }
    for (place, run) in record.runs.enumerated() {
      add("Settings, SHA-256", run.settingsDigest.visible(limit: 64), run: place + 1)
    }
    return facts.map { fact in
      let all = fact.runs.count == record.runs.count
      return ReportFact(
        fact.name, all ? fact.value : "\(fact.value) (runs \(Self.spans(fact.runs)))",
        isCode: fact.name.hasPrefix("Settings"))
    }
  }

  /// Ascending numbers as `1–3, 5`.
  static func spans(_ numbers: [Int]) -> String {
    var spans: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = spans.last, last.upperBound + 1 == number {
        spans[spans.count - 1] = last.lowerBound...number
      } else {
        spans.append(number...number)
      }
    }
    return spans.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }.joined(separator: ", ")
  }

  private var runs: ReportTable {
    ReportTable(
      title: "Runs",
      columns: [
        .init("Run", weight: 0.5, isNumeric: true), .init("Began", weight: 1.3),
        .init("Ended", weight: 1.3), .init("By", weight: 1.3),
        .init("Photos", weight: 0.7, isNumeric: true),
        .init("Machine and decoders' lock", weight: 1.6),
        .init("Identifier", weight: 1.9),
      ],
      rows: record.runs.enumerated().map { place, run in
        [
          ReportTable.Cell((place + 1).grouped),
          ReportTable.Cell(run.startedAt.visibleTime),
          run.endedAt.map { ReportTable.Cell($0.visibleTime) }
            ?? ReportTable.Cell("no end recorded", tone: .attention),
          ReportTable.Cell(run.person.visible(limit: 120)),
          ReportTable.Cell(run.photos.grouped),
          ReportTable.Cell(
            "\(run.machine.visible(limit: 120)); \(run.sandbox.visible(limit: 120))"),
          ReportTable.Cell(run.identifier.visible(limit: 60), isCode: true),
        ]
      })
  }

  private var selfTests: ReportTable {
    ReportTable(
      title: "Self-tests: pictures of known content, read before and after the photos",
      columns: [
        .init("When", weight: 1.5), .init("At", weight: 2),
        .init("Pictures", isNumeric: true), .init("Read otherwise than known", isNumeric: true),
      ],
      rows: record.selfTests.map { test in
        [
          ReportTable.Cell("\(test.moment.visible(limit: 40)) a run"),
          ReportTable.Cell(test.time.visibleTime),
          ReportTable.Cell(test.pictures.grouped),
          ReportTable.Cell(test.failed.grouped, tone: test.failed > 0 ? .attention : .plain),
        ]
      })
  }

  private var originals: [ReportBlock] {
    let words = ReportBlock.paragraph(OriginalWords.paragraph(of: record))
    guard !record.deviations.isEmpty else { return [words] }
    return [
      words,
      .table(
        ReportTable(
          title: "Originals that were found not to be as recorded, now or earlier",
          columns: [
            .init("File", weight: 1.6), .init("Found", weight: 1), .init("At", weight: 1.2),
            .init("Known to", weight: 1.1), .init("SHA-256 as recorded", weight: 2.6),
          ],
          rows: record.deviations.map { deviation in
            [
              ReportTable.Cell(String(visibleName: deviation.name)),
              ReportTable.Cell(deviation.outcome.visible(limit: 80), tone: .attention),
              ReportTable.Cell(deviation.checkedAt.visibleTime),
              ReportTable.Cell(deviation.acknowledgedBy?.visible(limit: 120) ?? "nobody yet"),
              ReportTable.Cell(deviation.sha256.visible(limit: 64), isCode: true),
            ]
          })),
    ]
  }
}
