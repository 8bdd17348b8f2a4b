internal import CaseFile
internal import Intake

/// A finding as lists show it.
struct FindingItem: Codable, Sendable, Hashable {
  /// Names it when it is acknowledged.
  var id: Int64
  /// What was found, such as `sameIMEIOnExhibits`.
  var kind: String
  /// `look` when a person has to look, `note` when it is worth knowing.
  var severity: String
  /// What was found, in a few words.
  var title: String
  /// One sentence for a person.
  var text: String
  /// What it is about: exhibits, names of photos, numbers.
  var subjects: [String]
  /// SHA-256 of the photos among them.
  var photos: [String]
  /// The exhibits among them, as their references stand in `subjects`.
  var exhibits: [String]
  /// Whether digits are covered because the person is still to key a number of them blind.
  var withheld: Bool
  /// When it was added, UTC.
  var addedAt: String
  /// Who acknowledged it.
  @Nullable var acknowledgedBy: String?
  /// When it was acknowledged, UTC.
  @Nullable var acknowledgedAt: String?

  init(_ kept: KeptFinding, known: FindingSubjects, withheld digits: WithheldDigits) {
    id = kept.id
    kind = kept.finding.kind
    severity = kept.finding.severity
    title = FindingTitle.of(kind: kept.finding.kind)
    var seen: Set<String> = []
    photos = kept.finding.subjects.compactMap { known[$0]?.sha256 }
      .filter { seen.insert($0).inserted }
    addedAt = kept.addedAt
    acknowledgedBy = kept.acknowledgedBy?.visible()
    acknowledgedAt = kept.acknowledgedAt
    let told = kept.finding.subjects
    let text = Self.text(of: kept.finding, known)
    let subjects = told.map { known.shortened($0) ?? $0.visible() }
    let cover = digits.covering(subjects + [text])
    // A name may hold no more than a part of the photo's number.
    func shown(_ text: String) -> String {
      known.covered(cover?.masking(text) ?? text, in: told)
    }
    self.text = shown(text)
    self.subjects = subjects.map { $0.isDigest ? $0 : shown($0) }
    exhibits = self.subjects.filter(known.exhibits.contains)
    withheld = self.text != text || self.subjects != subjects
  }

  /// The sentence, with photos' names in place of their paths: a sentence names the first few.
  private static func text(of finding: CaseFinding, _ known: FindingSubjects) -> String {
    var text = finding.text
    for subject in finding.subjects.prefix(mostNamed) {
      guard let name = known.shortened(subject), name != subject else { continue }
      for shown in [subject, subject.visible(limit: sentenceLimit)] {
        text = text.replacing(shown, with: name)
      }
    }
    return text.visible(limit: 4_000)
  }

  /// As many subjects may stand before the last file that a sentence names.
  private static let mostNamed = 100
  /// As many characters of a path stand in a sentence.
  private static let sentenceLimit = 120
}
