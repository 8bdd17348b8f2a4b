/// What was done with some photos and the numbers on them: reading, deciding, asking lists.
struct WorkNodes {
  /// Photos and their pictures of digits, who and what read them.
  private(set) var photoNodes: [LinkedNode] = []
  /// Statements on numbers, and who and what they rest on.
  private(set) var numberNodes: [LinkedNode] = []
  /// What was done, number by number.
  private(set) var steps: [Step] = []

  private let photos: [PhotoRecord]
  private let scope: WorkScope
  private let sources: NodeSources

  /// - Parameter numbers: those on the photos; they may be on others as well.
  init(
    _ photos: [PhotoRecord], _ numbers: [NumberRecord], in scope: WorkScope, _ sources: NodeSources
  ) {
    self.photos = photos
    self.scope = scope
    self.sources = sources
    for photo in photos { add(photo) }
    let annotated = numbers.map { (number: $0, words: annotations(of: $0)) }
    let readings = photos.map { photo in reading(of: photo, annotated.map(\.words)) }
    steps = readings
    for (number, words) in annotated { add(number, words, readings: readings) }
  }

  private mutating func add(_ photo: PhotoRecord) {
    let files = sources.files
    photoNodes.append(files.node(of: photo))
    photoNodes += files.annotations(of: photo).map(\.node)
    photoNodes += sources.crops(of: photo).flatMap(\.nodes)
    photoNodes.append(sources.participants.person(photo.person))
    photoNodes += sources.reader(of: photo).nodes
  }

  /// One step a photo: what it gave are the pictures of digits, the readings that the photo shows, and the
  /// device once one of them counts.
  private func reading(of photo: PhotoRecord, _ all: [NumberAnnotations]) -> Step {
    let file = sources.files.name(ofPhoto: photo.sha256)
    let seen = all.filter { $0.photos.contains(file) }
    let counts = seen.contains { $0.number.standing != .open }
    let pictures = sources.crops(of: photo).map(\.identifier)
    return Step(
      identifier: scope.reading(of: photo.sha256), title: "Read IMEI from photograph",
      time: photo.readAt ?? photo.recordedAt,
      performer: sources.participants.person(photo.person).identifier,
      instrument: sources.reader(of: photo).identifier, objects: [file],
      results: (counts ? [scope.device].compactMap(\.self) : [])
        + seen.map(\.reading.identifier) + pictures)
  }

  /// A number's statements, and the steps that people and lists took.
  private mutating func add(
    _ number: NumberRecord, _ words: NumberAnnotations, readings: [Step]
  ) {
    numberNodes += [words.reading.node, words.verdict.node] + words.remarks.map(\.node)
    let known = Set(words.photos)
    let readings = readings.filter { !known.isDisjoint(with: $0.objects) }
    var decisions: [Step] = []
    for opinion in number.opinions where words.concerns(opinion) {
      let statement = words.opinion(opinion)
      let person = sources.participants.person(opinion.person)
      numberNodes += [statement.node, person]
      let step = Step(
        identifier: sources.names("decide", of: statement.identifier),
        title: opinion.isBlind
          ? "Key IMEI from photograph without seeing the machine's reading"
          : "Decide on IMEI with the machine's reading in view",
        time: opinion.time, performer: person.identifier, objects: statement.objects,
        results: [statement.identifier])
      let seen = readings.filter { !Set(statement.objects).isDisjoint(with: $0.objects) }
      // Two readers know nothing of one another; who settles what they differ in knows of both.
      let settles = number.settledBy == opinion.person
      decisions.append(step.knowing(of: seen + (settles ? decisions : [])))
    }
    if let settlement = number.settlement, words.concerns(settlement) {
      let statement = words.settlement(settlement)
      let person = sources.participants.person(settlement.person)
      numberNodes += [statement.node, person]
      let step = Step(
        identifier: sources.names("settle", of: statement.identifier),
        title: "Settle between two people who differ on the IMEI", time: settlement.time,
        performer: person.identifier, objects: statement.objects, results: [statement.identifier])
      decisions.append(step.knowing(of: readings + decisions))
    }
    steps += decisions
    let check = ListCheck(number: number, words: words, sources: sources)
    numberNodes += check.nodes
    steps += check.step(after: readings + decisions).map { [$0] } ?? []
  }

  private func annotations(of number: NumberRecord) -> NumberAnnotations {
    let known = Set(photos.map(\.sha256))
    var photos: [NodeID] = []
    var crops: [NodeID] = []
    for sighting in number.sightings where known.contains(sighting.photo) {
      let name = sources.files.name(ofPhoto: sighting.photo)
      if !photos.contains(name) { photos.append(name) }
      if let crop = sources.crop(of: sighting) { crops.append(crop.identifier) }
    }
    return NumberAnnotations(
      number: number, scope: scope, photos: photos, crops: crops, files: sources.files)
  }
}
