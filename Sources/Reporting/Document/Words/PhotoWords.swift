/// What is told of a photo.
struct PhotoWords {
  private static let namesShown = 5

  private let photo: PhotoRecord

  init(_ photo: PhotoRecord) { self.photo = photo }

  /// Its names; more than one means the same bytes came again.
  var names: String {
    guard !photo.names.isEmpty else { return "no name kept" }
    let shown = photo.names.prefix(Self.namesShown).map { String(visibleName: $0) }
    let rest = photo.names.count - shown.count
    return shown.joined(separator: ", again as ") + (rest > 0 ? " and \(rest.grouped) more" : "")
  }

  /// Its first name alone, for a place where it only has to be told from others.
  var name: String {
    photo.names.first.map { String(visibleName: $0, limit: 80) } ?? "no name kept"
  }

  /// What the machine made of it.
  var word: String {
    switch photo.status {
    case "none": "no IMEI is there"
    case "review": "left to people"
    default: photo.status.visible(limit: 40)
    }
  }

  /// Its status with the reasons, as one sentence or several.
  var status: String {
    let remarks = photo.remarks.map { $0.visible(limit: 300) }
    return remarks.isEmpty ? word : "\(word): \(remarks.joined(separator: " "))"
  }

  /// Size in pixels and bytes; nil when neither is known.
  var size: String? {
    var parts: [String] = []
    if let width = photo.width, let height = photo.height {
      parts.append("\(width.grouped) × \(height.grouped) pixels")
    }
    if let size = photo.size { parts.append(size.of("byte", "bytes")) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The camera's time as it wrote it.
  var cameraTime: String? {
    photo.unverifiedCameraTime.map { "camera \($0.visible(limit: 60))" }
  }

  /// When and by whom it was recorded.
  var recorded: String {
    let person = photo.person.isEmpty ? "" : " by \(photo.person.visible(limit: 120))"
    let program = photo.program.isEmpty ? "" : ", \(photo.program.visible(limit: 80))"
    return "recorded \(photo.recordedAt.visibleTime)\(person)\(program)"
  }

  /// The photo in four facts.
  ///
  /// What the machine left to people is no warning here: whether people have decided stands with the numbers.
  func facts(_ originals: OriginalsRecord) -> [ReportFact] {
    let camera = cameraTime.map { "\($0) (camera clock, not verified)" }
    let isLost = ["refused", "unreadable"].contains(photo.status)
    let told =
      [".", "…"].contains(status.last.map(String.init))
      ? "\(status) \(recorded.prefix(1).uppercased())\(recorded.dropFirst())."
      : "\(status); \(recorded)"
    return [
      ReportFact("Photo", [names, size, camera].compactMap(\.self).joined(separator: "; ")),
      ReportFact("Read", told, tone: isLost ? .attention : .plain),
      ReportFact("SHA-256", photo.sha256.visible(limit: 64), isCode: true),
      OriginalWords.fact(of: originals.state(of: photo.sha256)),
    ]
  }
}
