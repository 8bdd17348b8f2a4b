internal import CaseFile
internal import Intake

/// Says in which file an exhibit is: file names never come from references, which are hostile at worst.
struct CaseIndex: Encodable {
  struct Entry: Encodable {
    let exhibit: String
    let file: String
    let node: String
  }

  private let schema = "imeikit.case-index/1"
  private let ontology = "CASE 1.5.0, UCO 1.5.0"
  private let caseIdentifier: String
  private let time: String
  private let photosWithoutExhibit: Int
  private var exhibits: [Entry] = []

  init(record: HaulRecord) {
    caseIdentifier = record.heading.identifier
    time = record.head.time
    photosWithoutExhibit = record.unassignedPhotos.count
  }

  /// Adds the exhibits of a file.
  mutating func add(_ file: String, exhibits: ArraySlice<ExhibitRecord>, names: NodeNames) {
    for record in exhibits {
      let device = DeviceNode(record: record, names: names).identifier
      self.exhibits.append(
        Entry(exhibit: record.exhibit.reference, file: file, node: device.iri))
    }
  }

  /// JSON, an object on one line.
  ///
  /// - Throws: `EncodingError`.
  func bytes() throws -> [UInt8] { try OrderedJSONEncoder().line(self) }
}
