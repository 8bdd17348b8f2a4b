internal import CaseFile

/// One exhibit with all that is known of it.
struct ExhibitSection {
  let exhibit: ExhibitRecord
  let anchor: String
  let index: ExhibitIndex
  let options: ReportOptions
  let originals: OriginalsRecord
  /// More conflicts than these stand in lines of their own, not in boxes.
  private static let boxes = 2

  var section: ReportSection {
    var blocks: [ReportBlock] = [answer, .facts(details)]
    blocks += conflicts
    let names = Dictionary(exhibit.photos.map { ($0.sha256, PhotoWords($0).name) }) { first, _ in
      first
    }
    for number in exhibit.numbers {
      blocks += NumberBlocks(number: number, index: index, names: names).blocks
    }
    if options.showsThumbnails, !exhibit.photos.isEmpty {
      blocks.append(
        .pictures(
          exhibit.photos.map { photo in
            ReportPicture(
              .thumbnail(photo: photo.sha256), caption: options.caption(of: PhotoWords(photo).names)
            )
          }))
    }
    blocks += photos
    return ReportSection(
      anchor: anchor, title: "Exhibit \(exhibit.exhibit.reference.visible(limit: 80))", level: 2,
      staysTogether: true, blocks: blocks)
  }

  private var answer: ReportBlock {
    switch exhibit.answer {
    case .flagged:
      .notice("Flagged: a list has a number of this exhibit that counts.", .flagged)
    case .notFlagged:
      .notice("Not flagged: the lists that were asked have none of its numbers.", .settled)
    case .unresolved:
      .notice(
        "Unresolved: "
          + (exhibit.reasons.isEmpty
            ? "no reason is recorded."
            : exhibit.reasons.map { $0.visible(limit: 400) }.joined(separator: " ")),
        .attention)
    }
  }

  private var details: [ReportFact] {
    let details = exhibit.exhibit.details
    var facts: [ReportFact] = []
    func add(_ name: String, _ value: String?) {
      if let value { facts.append(ReportFact(name, value.visible())) }
    }
    add("Description", details.description)
    add("Part of", details.parent)
    add("Court's reference", details.courtReference)
    let people = [
      details.foundBy.map { "found by \($0.visible(limit: 200))" },
      details.producedBy.map { "produced by \($0.visible(limit: 200))" },
      details.exhibitsOfficer.map { "exhibits officer \($0.visible(limit: 200))" },
    ].compactMap(\.self)
    if !people.isEmpty {
      facts.append(ReportFact("Officers", people.joined(separator: "; ")))
    }
    facts.append(ReportFact(exhibit.exhibit.seals.count > 1 ? "Bag seals" : "Bag seal", seals))
    return facts
  }

  private var seals: String {
    let seals = exhibit.exhibit.seals.map { seal in
      var parts = [seal.number.visible(limit: 80)]
      if let from = seal.from { parts.append("sealed \(from.visibleTime)") }
      if let to = seal.to { parts.append("opened \(to.visibleTime)") }
      return parts.joined(separator: ", ")
    }
    return seals.isEmpty ? "none recorded" : seals.joined(separator: "; ")
  }

  /// What does not fit together: in boxes while these are few enough to be read one by one.
  private var conflicts: [ReportBlock] {
    let numbers = Set(exhibit.numbers.map(\.digits))
    let texts = exhibit.conflicts.map { NumberWords.hyphenating($0.visible(), numbers) }
    guard texts.count > Self.boxes else {
      return texts.map { .notice("Conflict: \($0)", .attention) }
    }
    return [
      .notice(
        "\(texts.count.grouped) conflicts: what its photos show does not fit together.", .attention),
      .facts(texts.enumerated().map { ReportFact("Conflict \($0.offset + 1)", $0.element) }),
    ]
  }

  private var photos: [ReportBlock] {
    guard !exhibit.photos.isEmpty else {
      return [.facts([ReportFact("Photos", "none", tone: .attention)])]
    }
    return exhibit.photos.map { .facts(PhotoWords($0).facts(originals)) }
  }
}
