public import IMEI

/// Reads print with Tesseract's LSTM.
public struct TesseractRecogniser: Recogniser {
  private let engine: TesseractEngine

  /// Reads with an engine, which the recogniser keeps to itself.
  public init(engine: TesseractEngine) {
    self.engine = engine
  }

  /// `ocr.tesseract`.
  public var source: Source { .tesseract }

  /// The lines of a region; pieces of one row are one line.
  public func recognise(_ region: Region) -> [TextLine] {
    switch region.content {
    case .page: TextLine.joiningRows(engine.recognise(region.image, layout: .page))
    case .line: TextLine.joiningRows(engine.recognise(region.image, layout: .line))
    }
  }
}
