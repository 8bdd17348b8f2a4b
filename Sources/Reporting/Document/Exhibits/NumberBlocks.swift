internal import BlockList

/// One number of an exhibit: its pictures, how it was read and by whom, and what the lists say.
struct NumberBlocks {
  private static let pictureLimit = 4
  private static let photoLimit = 8

  let number: NumberRecord
  /// The photo that it is told of; nil when it is of all.
  var photo: String?
  let index: ExhibitIndex
  /// What the photos beside it are called, by SHA-256; which of them show it is told where there are several.
  var names: [String: String] = [:]

  var blocks: [ReportBlock] {
    pictures.isEmpty ? [.facts(facts)] : [.pictures(pictures), .facts(facts)]
  }

  private var shown: String { number.formatted.visible(limit: 40) }

  private var sightings: [NumberRecord.Sighting] {
    number.sightings.filter { $0.position != nil && (photo == nil || $0.photo == photo) }
  }

  private var pictures: [ReportPicture] {
    sightings.prefix(Self.pictureLimit).compactMap { sighting in
      sighting.position.map {
        ReportPicture(
          .crop(photo: sighting.photo, position: $0),
          caption: "\(shown)\(NumberWords.slots(number.slots))")
      }
    }
  }

  private var facts: [ReportFact] {
    let people =
      number.opinions.map { NumberWords.opinion($0, of: number.digits) }
      + (number.settledBy.map { ["settled by \($0.visible(limit: 120))"] } ?? [])
    var facts = [
      ReportFact(
        number.digits.utf8.count == 16 ? "IMEISV" : "IMEI",
        "\(shown) = \(number.digits.visible(limit: 40))\(NumberWords.slots(number.slots))",
        isCode: true),
      ReportFact(
        "Standing",
        NumberWords.standing(number.standing)
          + (people.isEmpty ? "; no person decided on it" : ""),
        tone: number.standing == .open ? .attention : .plain),
      ReportFact("How read", howRead),
    ]
    if let seen { facts.append(ReportFact("Seen on", seen)) }
    if !people.isEmpty {
      facts.append(ReportFact("People", people.joined(separator: "; ")))
    }
    facts += [
      ReportFact(
        "Check digit", NumberWords.checkDigit(number.checkDigit),
        tone: number.checkDigit == "differs" ? .attention : .plain),
      ReportFact("Reporting body", number.reportingBody.visible(limit: 200)),
      ReportFact("Make and model", MakeWords.full(of: number)),
    ]
    facts += AnswerWords.facts(
      of: number.answer, at: number.answeredAt, counts: number.standing != .open)
    if !number.alsoOn.isEmpty {
      facts.append(
        ReportFact(
          "Also on exhibit",
          number.alsoOn.map { index.reference(key: $0) }.joined(separator: ", "), tone: .attention))
    }
    return facts
  }

  /// The photos that show it, in the order of its pictures; nil where there is no other photo.
  private var seen: String? {
    guard names.count > 1 else { return nil }
    var known: Set<String> = []
    let photos = number.sightings.map(\.photo).filter { known.insert($0).inserted }
    let shown = photos.prefix(Self.photoLimit).map { names[$0] ?? "photo \($0.visible(limit: 12))" }
    let more = photos.count - shown.count
    return shown.isEmpty
      ? nil : shown.joined(separator: "; ") + (more > 0 ? " and \(more.grouped) more" : "")
  }

  private var howRead: String {
    var words = SourceWords.of(number.sources)
    if let confidence = number.confidence {
      words += "; confidence \(NumberWords.confidence(confidence))"
    }
    let more = sightings.count - Self.pictureLimit
    if more > 0 { words += "; \(more.of("picture", "pictures")) more of it not shown here" }
    return words
  }
}
