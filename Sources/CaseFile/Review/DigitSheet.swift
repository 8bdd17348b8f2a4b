/// Where one digit stands: on a photo, in a reading, at a place of its number.
public struct DigitPlace: Sendable, Hashable {
  /// SHA-256 of the photo.
  public var photo: String
  /// The reading's place in the result in force, from 0.
  public var position: Int
  /// The digit's place in the number, from 0.
  public var place: Int

  /// A place of a digit.
  public init(photo: String, position: Int, place: Int) {
    self.photo = photo
    self.position = position
    self.place = place
  }
}

/// Pictures of one digit from many photos that a person looked over together.
public struct DigitSheet: Sendable, Hashable {
  /// The most pictures of a sheet.
  public static let mostPlaces = 1_000

  /// The digit that the machine read in all of them, 0 to 9.
  public var digit: Int
  /// Those that are this digit.
  public var confirmed: [DigitPlace]
  /// Those that are not, or cannot be told.
  public var struck: [DigitPlace]
  /// How long the sheet was on the screen.
  public var seconds: Double?

  /// A sheet as it was left.
  public init(
    digit: Int, confirmed: [DigitPlace], struck: [DigitPlace], seconds: Double? = nil
  ) {
    self.digit = digit
    self.confirmed = confirmed
    self.struck = struck
    self.seconds = seconds
  }
}

/// What a person said of one digit of a reading.
public struct DigitMark: Sendable, Hashable {
  /// The digit's place in the number, from 0.
  public let place: Int
  /// The digit that the machine read there.
  public let digit: Int
  /// Whether the person says that it is another one, or cannot be told.
  public let isStruck: Bool
  /// Who said so.
  public let person: String
  /// The event's sequence number.
  public let event: Int64
  /// When, UTC.
  public let markedAt: String
}
