/// How a photo's file tells the exhibit it shows.
public enum ExhibitRule: Sendable {
  /// The folder a photo lies in, when the haul is laid out one folder an exhibit: at least two folders,
  /// none with more than ``mostPhotosOfAnExhibit`` photos. Otherwise exhibits are not known.
  case automatic
  /// The folder a photo lies in, always.
  case folder
  /// Nothing tells it.
  case unknown
  /// What ``HaulFindings/add(_:exhibit:)`` is told.
  case given
  /// What the closure says of the path; `nil` where it says nothing.
  case named(@Sendable (PhotoPath) -> String?)

  /// With more photos in one folder, ``automatic`` does not take a folder for an exhibit.
  public static let mostPhotosOfAnExhibit = 12
}
