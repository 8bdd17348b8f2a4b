/// What a reader may use; measurements leave parts out to learn what each is worth.
public struct ReaderParts: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: Int

  /// Makes a set from its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Barcodes.
  public static let barcodes = ReaderParts(rawValue: 1)
  /// Tesseract as the second recogniser.
  public static let tesseract = ReaderParts(rawValue: 2)
  /// Looks at other sizes where nothing is settled.
  public static let closerLook = ReaderParts(rawValue: 4)
  /// Settling tilt, height and ends of lines before they are read.
  public static let refining = ReaderParts(rawValue: 8)
  /// Captions that stand on lines of their own.
  public static let captions = ReaderParts(rawValue: 16)
  /// The second network, and further readings where both are in doubt.
  public static let witnesses = ReaderParts(rawValue: 32)
  /// Everything.
  public static let all: ReaderParts = [
    .barcodes, .tesseract, .closerLook, .refining, .captions, .witnesses,
  ]
}
