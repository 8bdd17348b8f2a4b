/// Which exhibit a photo shows.
public struct PhotoAssignment: Sendable, Hashable {
  /// SHA-256 of the photo.
  public var photo: String
  /// The exhibit's reference.
  public var exhibit: String
  /// What told it.
  public var source: AssignmentSource
  /// The folder, the pattern, the line of the table, the label's text.
  public var detail: String?

  /// An assignment of one photo.
  public init(photo: String, exhibit: String, source: AssignmentSource, detail: String? = nil) {
    self.photo = photo
    self.exhibit = exhibit
    self.source = source
    self.detail = detail
  }
}
