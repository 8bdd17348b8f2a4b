/// A photo as the case has it.
public struct Photo: Sendable, Hashable {
  /// SHA-256 of the bytes, 64 small hexadecimal digits; what a photo is known by.
  public let sha256: String
  /// Every path under which these bytes were found, oldest first.
  public let names: [[UInt8]]
  /// Bytes.
  public let size: Int64?
  /// Width in pixels as stored.
  public let width: Int?
  /// Height in pixels as stored.
  public let height: Int?
  /// The time that the camera wrote into the file. Not verified: a camera's clock says anything.
  public let unverifiedCameraTime: String?
  /// A perceptual hash of the picture.
  public let perceptualHash: UInt64?
  /// The status of the result in force: `accepted`, `review`, `unreadable`, `none`, `refused`.
  public let status: String
  /// Whether a reading of the result in force is flagged, by the lists that were asked last.
  public let isFlagged: Bool
  /// The exhibits it shows, as typed.
  public let exhibits: [String]
  /// When it was recorded, UTC.
  public let recordedAt: String
  /// Its place in the order of recording, for the next page.
  public let row: Int64
}

/// Which photos to list.
public struct PhotoFilter: Sendable, Hashable {
  /// Only those of this status.
  public var status: String?
  /// Only those with a flagged reading.
  public var flaggedOnly: Bool
  /// Only those of this exhibit.
  public var exhibit: String?
  /// Only those of no exhibit.
  public var withoutExhibit: Bool
  /// Only those whose bytes came in more than once.
  public var duplicatesOnly: Bool
  /// Only those with this in a path or the name of an upload; ASCII letters match in either case.
  public var nameContains: String?
  /// Photos, by SHA-256, that count as ones of status `review` whatever theirs is.
  public var takenForReview: Set<String> = []

  /// A filter; without arguments every photo passes.
  public init(
    status: String? = nil, flaggedOnly: Bool = false, exhibit: String? = nil,
    withoutExhibit: Bool = false, duplicatesOnly: Bool = false, nameContains: String? = nil
  ) {
    self.status = status
    self.flaggedOnly = flaggedOnly
    self.exhibit = exhibit
    self.withoutExhibit = withoutExhibit
    self.duplicatesOnly = duplicatesOnly
    self.nameContains = nameContains
  }
}
