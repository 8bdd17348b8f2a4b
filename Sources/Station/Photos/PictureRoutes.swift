internal import CaseFile
internal import HTTPTypes
internal import Hummingbird
internal import Imaging
internal import Intake

/// Pictures of photos for browsers: the whole one, and the crops of its numbers.
struct PictureRoutes: Sendable {
  /// The longest side that a made picture may have.
  static let longestSide = 8_192
  /// The longest side of a made picture when nothing is said.
  static let usualSide = 2_048

  private let services: StationServices
  private let reader: OriginalReader
  private let consultations: Consultations

  init(_ services: StationServices, consultations: Consultations) {
    self.services = services
    self.consultations = consultations
    reader = OriginalReader(maximumBytes: services.maximumFileBytes)
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    group.get("photos/{sha256}/image", use: image)
    group.get("photos/{sha256}/crops/{position}", use: crop)
  }

  @Sendable private func image(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let sha256 = try context.photoDigest()
    let query = try QueryParameters(request, allowing: ["side"])
    let side = try query.whole("side", in: 16...Self.longestSide) ?? Self.usualSide
    let paths = try await paths(of: sha256)
    try await consultations.note("photo.look", subject: "photo:\(sha256)", person: person)
    let bytes: [UInt8]
    let path: PhotoPath
    switch await reader.read(sha256, at: paths) {
    case .found(let found, let place): (bytes, path) = (found, place)
    case .changed:
      throw Problem(
        .conflict, "originalChanged", "The file is no longer the photo that the case knows.",
        cure: "Find out who changed it; `imeikit case originals --check` records what changed.")
    case .missing:
      throw Problem(
        .notFound, "originalMissing", "The photo's file is not where the case knows it to be.",
        cure: "Put it back, or connect the disk it lies on.")
    }
    let name = String(sha256.prefix(16))
    if let type = try Self.type(of: bytes) {
      return PictureAnswer.response(bytes, type: type, name: name)
    }
    return PictureAnswer.response(
      try await services.previews(path, side), type: .png, name: name)
  }

  @Sendable private func crop(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let sha256 = try context.photoDigest()
    let position = Int(try context.number("position", in: 0...999))
    _ = try QueryParameters(request, allowing: [])
    let png = try await services.desk.answer { try $0.crop(of: sha256, position: position) }
    guard let png else {
      throw Problem(
        .notFound, "cropMissing", "There is no picture of this number's digits.",
        cure: "Look at the whole photo.")
    }
    try await consultations.note("photo.look", subject: "photo:\(sha256)", person: person)
    return PictureAnswer.response(
      png, type: .png, name: "\(sha256.prefix(16))-\(position)")
  }

  /// As what browsers show the bytes; nil when they do not.
  private static func type(of bytes: [UInt8]) throws -> PictureType? {
    do throws(ImagingError) {
      return PictureType(try ImageDecoder().header(of: bytes).format)
    } catch {
      throw Problem(
        .unprocessableContent, "noPicture", error.message.visible(), cure: error.cure.visible())
    }
  }

  /// Where the photo's bytes may lie: the station's own copy, then the paths that the case knows.
  private func paths(of sha256: String) async throws -> [PhotoPath] {
    let photo = try await services.desk.answer { try $0.photo(sha256) }
    guard let photo else { throw Problem.photoMissing }
    // A name without a folder is what somebody called an upload, and no place on this machine.
    return [services.originals.path(of: sha256)]
      + photo.names.map { PhotoPath(bytes: $0) }.filter { $0.bytes.first == UInt8(ascii: "/") }
  }
}

extension Problem {
  /// The case has no photo of the SHA-256 in the address.
  static var photoMissing: Problem {
    Problem(
      .notFound, "photoMissing", "The case has no such photo.", cure: "List the photos first.")
  }
}
