/// One file's bytes under several names.
public struct SameBytes: Sendable, Hashable {
  /// SHA-256 of the photo.
  public let photo: String
  /// Every path under which it was found.
  public let names: [[UInt8]]
}

/// Two photos that are probably one picture, encoded again.
public struct SamePicture: Sendable, Hashable {
  /// SHA-256 of the one recorded first.
  public let first: String
  /// SHA-256 of the other.
  public let second: String
  /// In how many of 64 bits their perceptual hashes differ.
  public let distance: Int
}

/// Several pictures of one exhibit.
public struct SameExhibit: Sendable, Hashable {
  /// The exhibit's reference, as typed.
  public let exhibit: String
  /// SHA-256 of its photos.
  public let photos: [String]
}

/// One IMEI on two or more exhibits.
public struct SameNumber: Sendable, Hashable {
  /// Its first 14 digits.
  public let key: String
  /// The exhibits, as typed.
  public let exhibits: [String]
  /// SHA-256 of the photos.
  public let photos: [String]
  /// Whether on at least two of the exhibits the number is accepted or settled.
  public let isCertain: Bool
}
