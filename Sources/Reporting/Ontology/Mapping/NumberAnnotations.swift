internal import IMEI

/// How a number was read, and what people and lists say of it.
struct NumberAnnotations {
  let number: NumberRecord
  let scope: WorkScope
  /// The photos that show it, of those in the file.
  let photos: [NodeID]
  /// The pictures of its digits, of those in the file.
  let crops: [NodeID]
  let files: FileNode

  /// What statements on the number are about: the device, or the photos where there is none.
  var subjects: [NodeID] { scope.device.map { [$0] } ?? photos }

  private var names: NodeNames { files.names }

  /// How it was read and how far it is; tagged `unresolved` while a person has still to decide.
  var reading: Annotation {
    var parts = [
      NumberWords.standing(number.standing), "read from \(SourceWords.of(number.sources))",
      "check digit \(NumberWords.checkDigit(number.checkDigit))",
      "reporting body \(number.reportingBody.visible(limit: 200))",
    ]
    if let confidence = number.confidence {
      parts.append("the machine's confidence \(NumberWords.confidence(confidence))")
    }
    if let person = number.settledBy {
      parts.append("two that differed were settled by \(person.visible(limit: 120))")
    }
    for sighting in number.sightings where !sighting.box.isEmpty {
      let corners = sighting.box.map { "(\($0.map(String.init).joined(separator: ",")))" }
      parts.append(
        "at \(corners.joined(separator: " ")) in the photo with SHA-256 "
          + sighting.photo.visible(limit: 64))
    }
    let name = number.formatted.visible(limit: 40) + NumberWords.slots(number.slots)
    return Annotation(
      names("reading", of: scope.owner, number.digits),
      "\(name): \(parts.joined(separator: "; ")).",
      tag: number.standing == .open ? "unresolved" : "reading",
      about: [scope.device].compactMap(\.self) + photos + crops)
  }

  /// What the lists say.
  var verdict: Annotation {
    Annotation(
      names("verdict", of: scope.owner, number.digits), VerdictWords.statement(of: number),
      tag: VerdictWords.tag(of: number), about: subjects)
  }

  /// What stands beside the number: why it is not stated as an IMEI, a check digit that differs, what the TAC
  /// list says, and other exhibits that bear it.
  var remarks: [Annotation] {
    var remarks: [Annotation] = []
    func add(_ tag: String, _ statement: String, _ parts: String) {
      remarks.append(
        Annotation(names(tag, of: scope.owner, parts), statement, tag: tag, about: subjects))
    }
    guard number.standing != .open else { return [] }
    let name = number.formatted.visible(limit: 40)
    if number.digits.utf8.count != 15 || IMEI(number.digits) == nil {
      add(
        "number-as-printed",
        "\(number.digits.visible(limit: 40)): as printed, \(number.digits.count) digits. It counts; "
          + "it is not stated as an IMEI, because no check digit was read with it.", number.digits)
    } else if IMEI(number.digits)?.checkDigit != .agrees {
      add(
        OntologyCheck.differingTag,
        "\(number.digits): the check digit differs from the one that the other 14 digits give. The "
          + "number is stated as it is printed.", number.digits)
    }
    if number.make != nil || number.model != nil || number.typeAllocationList != nil {
      add("type-allocation", "\(name): \(MakeWords.full(of: number))", number.digits)
    }
    if !number.alsoOn.isEmpty {
      let others = number.alsoOn.map { $0.visible(limit: 80) }.joined(separator: ", ")
      add("conflict", "\(name) is on other exhibits as well: \(others)", "also \(number.digits)")
    }
    return remarks
  }

  /// Whether what a person said is of a photo in the file.
  func concerns(_ opinion: OpinionRecord) -> Bool {
    scope.device != nil || opinion.photo.map { photos.contains(files.name(ofPhoto: $0)) } ?? true
  }

  /// What the person said who settled two that differed.
  func settlement(_ settlement: OpinionRecord) -> Annotation {
    let value = settlement.digits.map(NumberWords.formatted) ?? "unreadable"
    return Annotation(
      names("settlement", of: scope.owner, number.digits, String(settlement.event)),
      "\(number.formatted.visible(limit: 40)): two that differed were settled as \(value) by "
        + "\(settlement.person.visible(limit: 120)) (\(settlement.time.visibleTime), event "
        + "\(settlement.event)).", tag: "settlement", about: seen(settlement))
  }

  /// What one person said, of the photo that was shown to the person where that is told.
  func opinion(_ opinion: OpinionRecord) -> Annotation {
    Annotation(
      names("opinion", of: scope.owner, number.digits, String(opinion.event), opinion.person),
      "\(number.formatted.visible(limit: 40)): \(NumberWords.opinion(opinion, of: number.digits)).",
      tag: opinion.digits == nil ? "unreadable" : "decision",
      about: seen(opinion))
  }

  private func seen(_ opinion: OpinionRecord) -> [NodeID] {
    let shown = opinion.photo.map(files.name(ofPhoto:)).flatMap { photos.contains($0) ? [$0] : nil }
    return shown ?? (photos.isEmpty ? subjects : photos)
  }
}
