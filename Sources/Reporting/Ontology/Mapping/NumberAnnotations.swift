/// How a number was read, and what people and lists say of it.
struct NumberAnnotations {
  let number: NumberRecord
  let device: NodeID
  let photos: [NodeID]
  let names: NodeNames

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
      names("reading", of: device, number.digits), "\(name): \(parts.joined(separator: "; ")).",
      tag: number.standing == .open ? "unresolved" : "reading", about: [device] + photos)
  }

  /// What the lists say.
  var verdict: Annotation {
    Annotation(
      names("verdict", of: device, number.digits), VerdictWords.statement(of: number),
      tag: VerdictWords.tag(of: number), about: [device])
  }

  /// What one person said.
  func opinion(_ opinion: OpinionRecord) -> Annotation {
    Annotation(
      names("opinion", of: device, number.digits, String(opinion.event), opinion.person),
      "\(number.formatted.visible(limit: 40)): \(NumberWords.opinion(opinion, of: number.digits)).",
      tag: opinion.digits == nil ? "unreadable" : "decision",
      about: photos.isEmpty ? [device] : photos)
  }
}
