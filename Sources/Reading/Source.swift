/// Where a reading's digits came from.
public struct Source: RawRepresentable, Hashable, Comparable, Sendable {
  /// The name used in JSON and reports, `ocr.tesseract` or `barcode.code128`.
  public let rawValue: String

  /// Makes a source from its name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Print, read by Tesseract's LSTM.
  public static let tesseract = Source(rawValue: "ocr.tesseract")

  /// Print, read by the kit's own network.
  public static let digits = Source(rawValue: "ocr.digits")

  /// Whether the digits came out of a barcode rather than out of print.
  public var isBarcode: Bool { rawValue.hasPrefix("barcode.") }

  /// Sources sort by name.
  public static func < (left: Source, right: Source) -> Bool { left.rawValue < right.rawValue }

  init(zxingFormat: String) {
    self.init(rawValue: "barcode.\(zxingFormat.lowercased())")
  }
}
