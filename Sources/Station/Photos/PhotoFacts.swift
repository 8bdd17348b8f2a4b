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

  /// Every name, those it was sent under first; of a path on this machine the file's name alone.
  var names: [String] {
    let paths = photo.names.map { PhotoPath(bytes: $0) }
    // The station's own copy is named by the bytes' digest.
    let files = paths.filter { path in
      path.bytes.split(separator: UInt8(ascii: "/")).suffix(2).joined()
        .elementsEqual(photo.sha256.utf8) == false
    }.map { Array($0.name) }
    var known: Set<[UInt8]> = []
    return (uploads + files).filter { known.insert($0).inserted }
      .map { PhotoPath(bytes: $0).text.visible() }
  }

  /// What covers names beside the photo.
  func cover(_ withholding: Withholding) -> NameCover {
    withholding.isWithheld ? NameCover(standing) : .none
  }

  /// Whether a name or path has `text` in it where the person can see it.
  func isNamed(_ text: String, _ withholding: Withholding) -> Bool {
    let cover = cover(withholding)
    return (uploads + photo.names).contains { name in
      cover(PhotoPath(bytes: name).text).lowercased().contains(text.lowercased())
    }
  }

  static func name(uploads: [[UInt8]], paths: [[UInt8]]) -> String? {
    guard let path = uploads.last ?? paths.first else { return nil }
    let name = String(decoding: PhotoPath(bytes: path).name, as: UTF8.self).visible(limit: 255)
    return name.isEmpty ? nil : name
  }
}
