internal import CaseFile
internal import Intake

/// Says in which file an exhibit or a photo of none is: file names never come from references, which are hostile at worst.
struct CaseIndex: Encodable {
  struct Entry: Encodable {
    let exhibit: String
    let file: String
    let node: String
  }

  /// A photo that shows no known exhibit.
  struct Photo: Encodable {
    let sha256: String
    let file: String
    let node: String
  }

  private let schema = "imeikit.case-index/1"
  private let ontology = "CASE 1.5.0, UCO 1.5.0"
  private let caseIdentifier: String
  private let time: String
  private let photosWithoutExhibit: Int
  private var exhibits: [Entry] = []
  private var photos: [Photo] = []

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

  /// Adds the photos of no exhibit of a file.
  mutating func add(_ file: String, photos: ArraySlice<PhotoRecord>, names: NodeNames) {
    for photo in photos {
      let node = FileNode(names: names).name(ofPhoto: photo.sha256)
      self.photos.append(Photo(sha256: photo.sha256, file: file, node: node.iri))
    }
  }

  /// JSON, an object on one line.
  ///
  /// - Throws: `EncodingError`.
  func bytes() throws -> [UInt8] { try OrderedJSONEncoder().line(self) }
}
