import IMEI
public import Imaging

/// Reads the IMEIs of a photo: locate, recognise, find candidates, decide.
///
/// A reader keeps its networks and engines from photo to photo. It belongs to one thread at a time,
/// and every call blocks. Work stops as soon as the answer is settled: one look at a small copy of
/// the photo, the lines that look like numbers, their captions; a coarser look, the second recogniser,
/// the barcodes at every size and a closer look follow only while something is open.
public final class PageReader {
  /// Longest sides, in pixels, at which the locator looks at a photo: at once, and where something
  /// is left open.
  static let looks = [1280, 2048]
  /// Longest side at which the locator looks where the first look led to no number: strokes that blur has
  /// run together part again in a smaller picture.
  static let coarseLook = 800

  /// How many times a small picture is enlarged for the closer look.
  static let mostEnlarged = 2.0
  /// Height of digits, in pixels of the locator's picture, below which numbers are missed.
  static let smallPrint = 6.5

  private let locator: LineLocator
  private let recogniser: StripRecogniser
  private let second = SecondReader()
  private let barcodeReader = BarcodeReader()
  private let decider: any Decider
  private let parts: ReaderParts

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - parts: what the reader may use; everything unless a measurement leaves something out.
  ///   - decider: weighs the evidence.
  /// - Throws: `ReadingError` when an embedded network cannot be opened.
  public init(
    parts: ReaderParts = .all, decider: any Decider = EvidenceDecider()
  ) throws(ReadingError) {
    locator = try LineLocator()
    recogniser = try StripRecogniser(hasWitness: parts.contains(.witnesses))
    self.parts = parts
    self.decider = decider
  }

  /// Reads an upright photo.
  public func read(_ photo: GrayImage) -> PageReading {
    var scan = PhotoScan(photo, recogniser: recogniser, parts: parts)
    var times = StageTimes()
    var decision = Decision(readings: [], others: [])
    func decide() { times.measure(\.decide) { decision = decider.decide(scan.evidence) } }

    let small = photo.fitting(longestSide: Self.looks[0])
    let factor = Double(photo.width) / Double(max(1, small.width))
    let first = times.measure(\.locate) { locator.look(at: small) }
    times.measure(\.recognise) { scan.take(first.scaled(by: factor)) }
    if parts.contains(.barcodes) {
      let found = times.measure(\.barcodes) { barcodeReader.readOnce(small) }
      scan.take(found, factor: factor)
    }
    decide()
    if parts.contains(.closerLook), decision.readings.isEmpty {
      let coarse = times.measure(\.locate) {
        let picture = small.fitting(longestSide: Self.coarseLook)
        return locator.look(at: picture)
          .scaled(by: Double(photo.width) / Double(max(1, picture.width)))
      }
      times.measure(\.recognise) { scan.take(coarse) }
      decide()
    }
    if parts.contains(.tesseract), !decision.isSettled {
      times.measure(\.second) { scan.takeSecond(second) }
      decide()
    }
    if parts.contains(.barcodes), !decision.isSettled {
      let found = times.measure(\.barcodes) { barcodeReader.read(photo) }
      scan.take(found, factor: 1)
      decide()
    }
    let isOpen = !decision.isSettled || first.hasPrint(below: Self.smallPrint)
    if parts.contains(.closerLook), isOpen {
      let closer = times.measure(\.locate) {
        closerLook(at: photo, after: first.scaled(by: factor))
      }
      times.measure(\.recognise) { scan.take(closer) }
      if parts.contains(.tesseract) {
        times.measure(\.second) { scan.takeSecond(second) }
      }
      decide()
    }
    if !decision.isSettled {
      times.measure(\.recognise) { scan.takeGuesses() }
      decide()
    }
    return scan.result(decision, times: times)
  }

  /// Looks again, at the part of the photo where the first look found text, as large as it may be.
  private func closerLook(
    at photo: GrayImage, after first: LineLocator.Look
  ) -> LineLocator.Look {
    let region = first.region(in: photo)
    let part = photo.cropped(to: region)
    let large = part.fitting(longestSide: Self.looks[1], enlarging: Self.mostEnlarged)
    return locator.look(at: large)
      .scaled(by: Double(part.width) / Double(max(1, large.width)))
      .moved(right: Double(region.x), down: Double(region.y))
  }
}

extension Decision {
  /// Whether nothing is left to find out: there are readings, and all of them are accepted.
  var isSettled: Bool { !readings.isEmpty && readings.allSatisfy { $0.status == .accepted } }
}

extension GrayImage {
  /// The picture, reduced until its longest side fits, or enlarged until it nearly does.
  ///
  /// - Parameters:
  ///   - longestSide: in pixels.
  ///   - most: how many times the picture may be enlarged at most.
  fileprivate func fitting(longestSide: Int, enlarging most: Double = 1) -> GrayImage {
    var picture = self
    while max(picture.width, picture.height) >= 2 * longestSide,
      min(picture.width, picture.height) > 1
    {
      picture = picture.halved()
    }
    let scale = min(Double(longestSide) / Double(max(picture.width, picture.height, 1)), most)
    guard scale != 1 else { return picture }
    return picture.scaled(
      toWidth: max(1, Int((Double(picture.width) * scale).rounded())),
      height: max(1, Int((Double(picture.height) * scale).rounded())))
  }
}
