internal import BlockList
internal import CaseFile

/// Everything that a file says of one exhibit.
struct ExhibitNodes {
  /// The nodes in the order of the work: who and what, photos, device, steps, statements.
  private(set) var nodes: [LinkedNode] = []
  /// What the investigation is made of: steps and the exhibit's provenance.
  private(set) var contents: [NodeID] = []

  private let record: ExhibitRecord
  private let names: NodeNames
  private let files: FileNode
  private let participants: Participants
  private let device: DeviceNode

  /// - Parameter root: the reference of the exhibit that this one is a part of, if it is one.
  init(_ record: ExhibitRecord, root: String?, names: NodeNames) {
    self.record = record
    self.names = names
    files = FileNode(names: names)
    participants = Participants(names: names)
    device = DeviceNode(record: record, names: names)
    addPhotos()
    nodes += device.nodes
    nodes += device.annotations.map(\.node)
    let readings = readings()
    var steps = readings
    for number in record.numbers { steps += addNumber(number, readings: readings) }
    nodes += steps.map(\.node)
    let provenance = ExhibitProvenance(
      exhibit: record.exhibit, root: root, device: device.identifier, names: names)
    nodes.append(provenance.node)
    contents = steps.map(\.identifier) + [provenance.node.identifier]
  }

  private mutating func addPhotos() {
    for photo in record.photos {
      nodes.append(files.node(of: photo))
      nodes += files.annotations(of: photo).map(\.node)
      var relationship = LinkedNode(
        names("depicts", record.exhibit.key, photo.sha256), "uco-observable:ObservableRelationship")
      relationship.set("uco-core:source", .reference(files.name(ofPhoto: photo.sha256)))
      relationship.set("uco-core:target", .reference(device.identifier))
      relationship.set("uco-core:kindOfRelationship", .text("Depicts"))
      relationship.set("uco-core:isDirectional", .flag(true))
      nodes.append(relationship)
      nodes += [participants.person(photo.person), participants.tool(photo.program)]
    }
  }

  /// One step a photo: what it gave are the readings that it shows, and the device once one counts.
  private func readings() -> [Step] {
    record.photos.map { photo in
      let seen = record.numbers.filter { $0.sightings.contains { $0.photo == photo.sha256 } }
      let results = seen.map { annotations(of: $0).reading.identifier }
      let counts = seen.contains { $0.standing != .open }
      return Step(
        identifier: names("read", record.exhibit.key, photo.sha256),
        title: "Read IMEI from photograph", time: photo.recordedAt,
        performer: participants.person(photo.person).identifier,
        instrument: participants.tool(photo.program).identifier,
        objects: [files.name(ofPhoto: photo.sha256)],
        results: (counts ? [device.identifier] : []) + results)
    }
  }

  /// A number's statements, and the steps that people and lists took.
  private mutating func addNumber(_ number: NumberRecord, readings: [Step]) -> [Step] {
    let annotations = annotations(of: number)
    nodes += [annotations.reading.node, annotations.verdict.node]
    let photos = Set(annotations.photos)
    let readings = readings.filter { !photos.isDisjoint(with: $0.objects) }
    var decisions: [Step] = []
    for opinion in number.opinions {
      let statement = annotations.opinion(opinion)
      let person = participants.person(opinion.person)
      nodes += [statement.node, person]
      let step = Step(
        identifier: names("decide", of: statement.identifier),
        title: opinion.isBlind
          ? "Key IMEI from photograph without seeing the machine's reading"
          : "Decide on IMEI with the machine's reading in view",
        time: opinion.time, performer: person.identifier, objects: statement.objects,
        results: [statement.identifier])
      // Two readers know nothing of one another; who settles what they differ in knows of both.
      let settles = number.settledBy == opinion.person
      decisions.append(step.knowing(of: readings + (settles ? decisions : [])))
    }
    return decisions + check(number, annotations.verdict, after: readings + decisions)
  }

  /// The lists being asked, when the record says when. Who ran it stands in the log alone.
  private mutating func check(
    _ number: NumberRecord, _ verdict: Annotation, after earlier: [Step]
  ) -> [Step] {
    let lists = number.answer.lists
    nodes += (lists + [number.typeAllocationList].compactMap(\.self)).map(files.node)
    guard let time = number.answeredAt, number.answer.state != .notChecked else { return [] }
    let tool = participants.tool("imeikit")
    nodes.append(tool)
    let step = Step(
      identifier: names("check", of: verdict.identifier), title: "Check IMEI against block lists",
      time: time, instrument: tool.identifier,
      objects: [device.identifier] + lists.map(files.name), results: [verdict.identifier])
    return [step.knowing(of: earlier)]
  }

  private func annotations(of number: NumberRecord) -> NumberAnnotations {
    let known = Set(record.photos.map(\.sha256))
    var photos: [NodeID] = []
    for sighting in number.sightings where known.contains(sighting.photo) {
      let name = files.name(ofPhoto: sighting.photo)
      if !photos.contains(name) { photos.append(name) }
    }
    return NumberAnnotations(
      number: number, device: device.identifier, photos: photos, names: names)
  }
}
