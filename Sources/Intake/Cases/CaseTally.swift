/// How the photos of a scan into a case came out.
public struct CaseTally: Sendable, Hashable {
  /// Photos read in this run, refused ones among them.
  public var read = 0
  /// Photos that the case had with the same settings.
  public var known = 0
  /// Photos that the case has from other settings only; see ``CaseIntake/Options/readsAgain``.
  public var otherSettings = 0
  /// What differs from the other settings, for a person.
  public var differences: [String] = []
  /// Photos whose bytes are no longer those that the case has under that path.
  public var changed: [PhotoPath] = []

  /// No photos yet.
  public init() {}
}
