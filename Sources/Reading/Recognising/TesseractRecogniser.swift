import IMEI

/// Reads print with Tesseract's LSTM.
public struct TesseractRecogniser: Recogniser {
  private let engine: TesseractEngine

  /// Reads with an engine, which the recogniser keeps to itself.
  public init(engine: TesseractEngine) {
    self.engine = engine
  }

  /// `ocr.tesseract`.
  public var source: Source { .tesseract }

  /// The texts of a region; pieces of one row are one line.
  public func recognise(_ region: Region) -> [RecognisedText] {
    let layout: TesseractEngine.Layout =
      switch region.content {
      case .page: .page
      case .line: .line
      }
    return engine.recognise(region.image, layout: layout).map {
      RecognisedText(lines: TextLine.joiningRows($0.lines), toRegion: $0.toRegion)
    }
  }
}
