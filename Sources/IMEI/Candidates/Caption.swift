/// The words that call a number an IMEI.
public struct Caption: Hashable, Sendable {
  /// Where the words stand relative to the number.
  public enum Place: String, Sendable, Hashable, Codable {
    /// On the same line, left of it.
    case sameLine
    /// On the same row in a column of its own, left of it.
    case leftColumn
    /// On the line above, or at the head of a block of numbers.
    case above
  }

  /// The words as read.
  public var text: String
  /// The SIM slot that the words name, 1...4.
  public var slot: Int?
  /// Whether the words say IMEISV.
  public var saysSoftwareVersion: Bool
  /// Where the words stand relative to the number.
  public var place: Place
  /// Where the words stand on the picture.
  public var box: TextBox

  /// A caption from its parts.
  public init(
    text: String, slot: Int? = nil, saysSoftwareVersion: Bool = false, place: Place,
    box: TextBox = .zero
  ) {
    self.text = text
    self.slot = slot
    self.saysSoftwareVersion = saysSoftwareVersion
    self.place = place
    self.box = box
  }

  /// Whether a line of text holds the word IMEI, one of its letters perhaps misread.
  public static func stands(in line: String) -> Bool {
    CaptionScanner(LineAtoms(TextLine(line, box: .zero).glyphs)).hits.contains(where: \.isIMEI)
  }
}
