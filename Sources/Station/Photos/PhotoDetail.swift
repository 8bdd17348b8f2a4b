internal import CaseFile
internal import Intake

/// A photo with all that is known of it.
struct PhotoDetail: Codable, Sendable {
  /// Which exhibit the photo shows, and what told it.
  struct Assignment: Codable, Sendable, Hashable {
    /// The exhibit's reference.
    var exhibit: String
    /// What told it: `folder`, `fileName`, `csv`, `bagLabel`, `person`.
    var source: String
    /// The folder, the pattern, the label's text.
    @Nullable var detail: String?

    init(_ assignment: PhotoAssignment, _ cover: NameCover) {
      exhibit = cover(assignment.exhibit.visible())
      source = assignment.source.rawValue
      detail = assignment.detail.map { cover($0.visible()) }
    }
  }

  /// What lists show of it.
  var item: PhotoItem
  /// The result in force; null once the case's content was erased.
  var result: PhotoResult?
  /// Where every number stands.
  var standing: [StandingItem]
  /// Decisions on former results that fit no reading of the one in force, by sequence number.
  var orphaned: [Int64]
  /// What was done with the photo, oldest first; nothing while the person has it in hand to key blind.
  var history: [HistoryItem]
  /// What told the exhibits.
  var assignments: [Assignment]
  /// The time that the camera wrote into the file, not verified.
  var cameraTime: String?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case result, standing, orphaned, history, assignments, cameraTime
  }

  /// - Parameters:
  ///   - withholding: what is kept from the person who asks.
  ///   - reviewer: who asks.
  init(
    _ facts: PhotoFacts, result: PhotoResult?, history: [HistoryItem],
    assignments: [PhotoAssignment], _ withholding: Withholding, for reviewer: Reviewer
  ) {
    let cover = facts.cover(withholding)
    item = PhotoItem(facts, withholding)
    self.result = result?.shown(withholding, cover)
    standing = facts.standing.numbers.map { StandingItem($0, withholding, for: reviewer) }
    orphaned = withholding == .standing ? [] : facts.standing.orphaned
    self.history = withholding == .standing ? [] : history.map { $0.covered(by: cover) }
    self.assignments = assignments.map { Assignment($0, cover) }
    cameraTime = facts.photo.unverifiedCameraTime?.visible(limit: 80)
  }

  init(from decoder: any Decoder) throws {
    item = try PhotoItem(from: decoder)
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    result = try keys.decode(PhotoResult?.self, forKey: .result)
    standing = try keys.decode([StandingItem].self, forKey: .standing)
    orphaned = try keys.decode([Int64].self, forKey: .orphaned)
    history = try keys.decode([HistoryItem].self, forKey: .history)
    assignments = try keys.decode([Assignment].self, forKey: .assignments)
    cameraTime = try keys.decode(String?.self, forKey: .cameraTime)
  }

  /// Writes the members of the item and these as one object.
  func encode(to encoder: any Encoder) throws {
    try item.encode(to: encoder)
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(result, forKey: .result)
    try keys.encode(standing, forKey: .standing)
    try keys.encode(orphaned, forKey: .orphaned)
    try keys.encode(history, forKey: .history)
    try keys.encode(assignments, forKey: .assignments)
    try keys.encode(cameraTime, forKey: .cameraTime)
  }
}
