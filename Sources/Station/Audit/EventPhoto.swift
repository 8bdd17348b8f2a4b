internal import CaseFile

/// The photo that an event of the log is about.
enum EventPhoto {
  /// Its SHA-256; nil for an event about something else.
  static func digest(subject: String?, details: [String: AuditValue]) -> String? {
    if case .text(let photo)? = details["photo"], photo.isDigest { return photo }
    guard let subject else { return nil }
    for prefix in ["photo:", "reading:"] where subject.hasPrefix(prefix) {
      let photo = String(subject.dropFirst(prefix.count).prefix(64))
      return photo.isDigest ? photo : nil
    }
    return nil
  }
}

extension EventEntry {
  /// The photo that the event is about, by SHA-256.
  var photo: String? { EventPhoto.digest(subject: subject, details: details) }
}
