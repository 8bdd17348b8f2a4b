import IMEI
public import Imaging

/// Reads the IMEIs of a photo: locate, recognise, find candidates, decide.
///
/// A reader keeps its recognisers' engines from photo to photo. It belongs to one thread at a time,
/// and every call blocks.
public final class PageReader {
  private let locator: any Locator
  private let recognisers: [any Recogniser]
  private let barcodeReader: BarcodeReader
  private let decider: any Decider

  /// Makes a reader of given parts.
  public init(
    locator: any Locator, recognisers: [any Recogniser],
    barcodeReader: BarcodeReader = BarcodeReader(), decider: any Decider
  ) {
    self.locator = locator
    self.recognisers = recognisers
    self.barcodeReader = barcodeReader
    self.decider = decider
  }

  /// The reader that the kit ships.
  ///
  /// - Throws: `ReadingError` when Tesseract or its model is missing.
  public static func standard() throws(ReadingError) -> PageReader {
    PageReader(
      locator: QuarterTurnLocator(),
      recognisers: [TesseractRecogniser(engine: try TesseractEngine())],
      decider: TwoSourceDecider())
  }

  /// Reads an upright photo.
  public func read(_ photo: GrayImage) -> PageReading {
    let clock = ContinuousClock()
    let started = clock.now
    let barcodes = barcodeReader.read(photo)
    let regions = locator.regions(in: photo)
    let located = clock.now

    var evidence: [Evidence] = []
    var others: Set<OtherIdentifier> = []
    for barcode in barcodes {
      let found = CandidateFinder.find(payload: barcode.text)
      others.formUnion(found.others)
      evidence += found.candidates.map {
        Evidence(candidate: $0, source: barcode.symbology, place: barcode.place)
      }
    }
    var unreadableCaptions = 0
    for region in regions {
      for recogniser in recognisers {
        for text in recogniser.recognise(region) {
          let found = CandidateFinder.find(in: text.lines)
          let toPhoto = region.toPhoto.following(text.toRegion)
          others.formUnion(found.others)
          unreadableCaptions = max(unreadableCaptions, found.unreadableCaptions)
          evidence += found.candidates.map {
            let line = PrintedLine($0, toPhoto: toPhoto)
            return Evidence(
              candidate: $0, source: recogniser.source, place: line.place,
              digitPlaces: line.digitPlaces)
          }
        }
      }
    }
    let decision = decider.decide(evidence)
    others.formUnion(decision.others)
    return PageReading(
      readings: decision.readings,
      others: others.sorted { ($0.kind.rawValue, $0.value) < ($1.kind.rawValue, $1.value) },
      unreadableCaptions: unreadableCaptions,
      locateMilliseconds: (located - started).milliseconds,
      readMilliseconds: (clock.now - located).milliseconds)
  }
}

extension Duration {
  /// The duration in milliseconds.
  fileprivate var milliseconds: Double {
    Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15
  }
}
