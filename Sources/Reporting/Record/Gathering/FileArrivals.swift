internal import CaseFile
internal import Intake

/// The files that came in, each counted once: paths that were scanned, and uploads.
///
/// An upload is read from a copy that bears its SHA-256 as path; the copy is no file that came in.
struct FileArrivals {
  /// Names without folders of each photo's files, the oldest first.
  private(set) var names: [[[UInt8]]] = []
  /// What became of them.
  private(set) var files = HaulCounts.Files()
  /// Uploads that nothing has read yet; they are not among ``files``.
  private(set) var waiting = 0
  /// Those that no result is of, by name.
  private(set) var unread: [UnreadFile] = []

  init(_ photos: [PhotoNotes], _ content: CaseContent) {
    let uploads = Dictionary(grouping: content.uploads, by: \.sha256)
    var paths: Set<[UInt8]> = []
    for notes in photos {
      paths.formUnion(notes.photo.names)
      let names = Self.names(of: notes.photo, uploads[notes.photo.sha256] ?? [])
      self.names.append(names)
      files.duplicate += names.count - 1
      switch FileOutcome(notes) {
      case .read: files.read += 1
      case .unreadable: files.unreadable += 1
      case .refused: files.refused += 1
      }
    }
    let known = Set(photos.map(\.photo.sha256))
    var reasons: [String: String] = [:]
    for file in content.unreadFiles {
      let reason = (try? PhotoResult(json: file.json.utf8))?.reason
      if let digest = Self.copiedDigest(file.path), uploads[digest] != nil {
        reasons[digest] = reason
      } else if !paths.contains(file.path) {
        // One that was read later is a photo.
        add(file.path.fileName, reason)
      }
    }
    for (digest, uploads) in uploads where !known.contains(digest) {
      waiting += uploads.count { $0.state == .waiting }
      let refused = uploads.filter { $0.state != .waiting }
      guard let first = refused.first else { continue }
      add(first.name.fileName, first.reason ?? reasons[digest])
      files.duplicate += refused.count - 1
    }
    unread.sort { one, two in
      one.name == two.name
        ? one.reason < two.reason : one.name.lexicographicallyPrecedes(two.name)
    }
  }

  private mutating func add(_ name: [UInt8], _ reason: String?) {
    files.refused += 1
    unread.append(UnreadFile(name: name, reason: reason ?? "It could not be read."))
  }

  private static func names(of photo: Photo, _ uploads: [UploadRecord]) -> [[UInt8]] {
    let scanned = photo.names.filter { uploads.isEmpty || copiedDigest($0) != photo.sha256 }
    let before = uploads.filter { $0.receivedAt <= photo.recordedAt }.map(\.name)
    let after = uploads.filter { $0.receivedAt > photo.recordedAt }.map(\.name)
    let names = (before + scanned + after).map(\.fileName)
    return names.isEmpty ? [photo.names.first?.fileName ?? []] : names
  }

  /// The SHA-256 that a copy's path is made of, `…/ab/cdef…`; nil when it is no such path.
  static func copiedDigest(_ path: [UInt8]) -> String? {
    let parts = path.split(separator: UInt8(ascii: "/")).suffix(2)
    guard parts.count == 2, let first = parts.first, let last = parts.last, first.count == 2,
      last.count == 62
    else { return nil }
    let digest = String(decoding: first + last, as: UTF8.self)
    let isDigest = digest.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    return isDigest ? digest : nil
  }
}

/// What became of a photo, as ``HaulCounts/Files`` counts it.
enum FileOutcome {
  case read, unreadable, refused

  init(_ notes: PhotoNotes) {
    let phases = notes.numbers.map(\.standing.state.phase)
    let counts = notes.numbers.contains { $0.standing.state.number != nil }
    if notes.photo.status == "refused", !counts {
      self = .refused
    } else if !phases.isEmpty, phases.allSatisfy({ $0 == .unreadable }) {
      self = .unreadable
    } else if notes.photo.status == "unreadable", !counts {
      self = .unreadable
    } else {
      self = .read
    }
  }
}
