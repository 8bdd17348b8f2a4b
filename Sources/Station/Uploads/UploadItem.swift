internal import CaseFile
internal import Intake

/// An upload as the interface tells it.
struct UploadItem: Codable, Sendable {
  let id: String
  let name: String
  let sha256: String
  let size: Int64
  @Nullable var exhibit: String?
  /// `waiting`, `read` or `refused`.
  let state: String
  /// The address of the photo, once it was read.
  @Nullable var photo: String?
  let isKnown: Bool
  let person: String
  let receivedAt: String
  @Nullable var reason: String?

  /// - Parameter cover: what covers names, for the person who asks.
  init(_ record: UploadRecord, _ cover: NameCover = .none) {
    id = record.id
    name = cover(Self.shown(record.name))
    sha256 = record.sha256
    size = record.size
    exhibit = record.exhibit.map { cover($0) }
    state = record.state.rawValue
    photo = record.state == .read ? "/\(StationRouter.prefix)/photos/\(record.sha256)" : nil
    isKnown = record.isKnown
    person = record.person
    receivedAt = record.receivedAt
    reason = record.reason
  }

  /// A file's name with what is not to be seen in it made visible.
  static func shown(_ name: [UInt8]) -> String {
    String(decoding: name, as: UTF8.self).visible(limit: NewUpload.longestName)
  }
}

/// One upload with what was read.
struct UploadDetail: Encodable, Sendable {
  private let upload: UploadItem
  /// The status of the photo's result; null while there is none.
  private let status: String?
  private let isFlagged: Bool?
  /// Whether nothing has read it yet.
  let isWaiting: Bool

  /// - Parameters:
  ///   - refusal: the result of a photo that was refused, which says why.
  ///   - withholding: what of the photo is kept from the person who asks.
  ///   - cover: what covers names, for that person.
  init(
    _ record: UploadRecord, photo: Photo?, refusal: PhotoResult?,
    _ withholding: Withholding = .nothing, _ cover: NameCover = .none
  ) {
    var upload = UploadItem(record, cover)
    if let refusal, upload.reason == nil {
      upload.reason = [refusal.reason, refusal.cure].compactMap(\.self).joined(separator: " ")
    }
    self.upload = upload
    status = photo.map { withholding == .standing ? "review" : $0.status }
    isFlagged = photo?.isFlagged
    isWaiting = record.state == .waiting
  }

  private enum Key: String, CodingKey {
    case status, flagged
  }

  func encode(to encoder: any Encoder) throws {
    try upload.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(status, forKey: .status)
    try container.encode(isFlagged, forKey: .flagged)
  }
}

/// The answer to a request that brought files.
struct UploadsAnswer: Encodable, Sendable {
  /// A file that was not taken.
  struct Refused: Encodable, Sendable {
    let name: String
    let reason: String
    let cure: String
  }

  let uploads: [UploadItem]
  let refused: [Refused]

  init(_ records: [UploadRecord], refused: [RefusedUpload]) {
    uploads = records.map { UploadItem($0) }
    self.refused = refused.map {
      Refused(
        name: UploadItem.shown($0.name), reason: $0.refusal.reason, cure: $0.refusal.cure)
    }
  }
}
