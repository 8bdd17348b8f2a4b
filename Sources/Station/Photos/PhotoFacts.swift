internal import CaseFile
internal import Intake

/// What the case knows of a photo.
struct PhotoFacts: Sendable {
  /// The photo.
  let photo: Photo
  /// Where its numbers stand.
  let standing: PhotoStanding
  /// The names under which it was sent to the station, oldest first.
  let uploads: [[UInt8]]

  /// Reads them; to be called on the desk.
  ///
  /// - Throws: `CaseFileError`.
  init(_ photo: Photo, in file: CaseFile) throws {
    self.photo = photo
    standing = try file.standing(of: photo.sha256)
    uploads = try file.uploads(ofPhoto: photo.sha256).map(\.name)
  }

  /// What people call the photo: the name it was last sent under, or else that of its file.
  var name: String { Self.name(uploads: uploads, paths: photo.names) ?? photo.sha256 }

  /// Every name, those it was sent under first.
  var names: [String] {
    (uploads + photo.names).map { PhotoPath(bytes: $0).text.visible() }
  }

  static func name(uploads: [[UInt8]], paths: [[UInt8]]) -> String? {
    guard let path = uploads.last ?? paths.first else { return nil }
    let name = String(decoding: PhotoPath(bytes: path).name, as: UTF8.self).visible(limit: 255)
    return name.isEmpty ? nil : name
  }
}
