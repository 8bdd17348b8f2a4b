/// How long what people type about exhibits may be, in characters; the case file's own limits.
enum ExhibitLimits {
  /// What an exhibit is.
  static let description = 1_000
  /// A person or a court's reference.
  static let name = 200
  /// A reference.
  static let reference = 80
  /// The number of a bag.
  static let seal = 80
  /// A time as told.
  static let time = 40
  /// The most photos that an exhibit's page lists; the others are behind `GET /photos?exhibit=`.
  static let mostPhotos = 500
}
