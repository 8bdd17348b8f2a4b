public import CaseFile

/// One seized item with all that is known of it.
public struct ExhibitRecord: Sendable, Hashable {
  /// The reference, who found and produced it, and its seals, as typed.
  public var exhibit: Exhibit
  /// What can be said of it as a whole.
  public var answer: ExhibitAnswer
  /// Its numbers, by digits.
  public var numbers: [NumberRecord]
  /// Its photos, in the order they were recorded.
  public var photos: [PhotoRecord]
  /// What does not fit together, a sentence each.
  public var conflicts: [String]
  /// Those of `conflicts` of which the case holds that a person knows.
  public var acknowledgedConflicts: Set<String>
  /// Why it is unresolved, a sentence each; empty unless it is.
  public var reasons: [String]

  /// An exhibit from its parts.
  public init(
    exhibit: Exhibit, answer: ExhibitAnswer, numbers: [NumberRecord], photos: [PhotoRecord],
    conflicts: [String] = [], acknowledgedConflicts: Set<String> = [], reasons: [String] = []
  ) {
    self.exhibit = exhibit
    self.answer = answer
    self.numbers = numbers
    self.photos = photos
    self.conflicts = conflicts
    self.acknowledgedConflicts = acknowledgedConflicts
    self.reasons = reasons
  }

  /// Whether something does not fit together of which nobody has said that it is known.
  public var hasOpenConflict: Bool { !acknowledgedConflicts.isSuperset(of: conflicts) }
}
