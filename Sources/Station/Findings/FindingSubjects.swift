internal import CaseFile
internal import Intake

/// What findings are about: exhibits by reference, and photos, of which findings have the paths of their files and
/// people know the names.
struct FindingSubjects: Sendable {
  /// A photo of the case.
  struct Known: Sendable, Hashable {
    let sha256: String
    let name: String
  }

  /// The most that are looked up at once.
  static let most = 2_000

  private let known: [String: Known]
  /// The references of exhibits among the findings' subjects.
  let exhibits: Set<String>
  /// What covers the names of those whose numbers are kept from the person, by SHA-256.
  var covers: [String: NameCover] = [:]

  /// Looks them up; to be called on the desk.
  ///
  /// - Throws: `CaseFileError`.
  init(_ findings: some Sequence<KeptFinding>, in file: CaseFile) throws {
    var known: [String: Known] = [:]
    let references = Set(try file.exhibits().map(\.reference))
    exhibits = references.intersection(findings.lazy.flatMap(\.finding.subjects))
    var left = Self.most
    for subject in findings.lazy.flatMap(\.finding.subjects) where Self.isFile(subject) {
      guard known[subject] == nil, left > 0 else { continue }
      left -= 1
      guard let photo = try Self.photo(subject, in: file) else { continue }
      let uploads = try file.uploads(ofPhoto: photo.sha256).map(\.name)
      let name = PhotoFacts.name(uploads: uploads, paths: photo.names) ?? photo.sha256
      known[subject] = Known(sha256: photo.sha256, name: name)
    }
    self.known = known
  }

  /// The photo that a subject of a finding is.
  subscript(subject: String) -> Known? { known[subject] }

  /// The photos, by SHA-256.
  var all: Set<String> { Set(known.values.map(\.sha256)) }

  /// The text of a finding about these subjects as the person may see it.
  func covered(_ text: String, in subjects: [String]) -> String {
    subjects.compactMap { known[$0].flatMap { covers[$0.sha256] } }
      .reduce(text) { text, cover in cover(text) }
  }

  /// The subject without the folders of this machine; nil when it has none.
  func shortened(_ subject: String) -> String? {
    if let known = known[subject] { return known.name }
    guard subject.first == "/" else { return nil }
    return String(decoding: PhotoPath(subject).name, as: UTF8.self).visible(limit: 255)
  }

  private static func isFile(_ subject: String) -> Bool {
    subject.contains("/") || isDigest(subject)
  }

  private static func isDigest(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func photo(_ subject: String, in file: CaseFile) throws -> Photo? {
    if isDigest(subject) { return try file.photo(subject) }
    if let photo = try file.photo(named: Array(subject.utf8)) { return photo }
    let digest = subject.split(separator: "/").suffix(2).joined()
    return isDigest(digest) ? try file.photo(digest) : nil
  }
}
