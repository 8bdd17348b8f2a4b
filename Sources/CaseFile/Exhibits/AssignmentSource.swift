/// What told which exhibit a photo shows.
public enum AssignmentSource: String, Sendable, Hashable, CaseIterable {
  /// The name of the folder it lies in.
  case folder
  /// The file's name, by a pattern.
  case fileName
  /// A table of files and exhibits.
  case csv
  /// The label or barcode of the evidence bag in the picture.
  case bagLabel
  /// A person said so.
  case person
}
