/// How long the stages of one reading took, in milliseconds of wall time.
public struct StageTimes: Hashable, Sendable {
  /// Finding lines: reducing the photo, the locator network, fitting lines to its maps.
  public var locate = 0.0
  /// Rectifying lines, reading them with the kit's network, finding numbers and captions.
  public var recognise = 0.0
  /// Reading undecided lines with Tesseract.
  public var second = 0.0
  /// Searching for barcodes.
  public var barcodes = 0.0
  /// Weighing the evidence.
  public var decide = 0.0

  /// Everything after finding lines.
  public var afterLocating: Double { recognise + second + barcodes + decide }

  /// No time at all.
  public init() {}

  /// Adds the time that some work takes to a stage.
  mutating func measure<Result>(
    _ stage: WritableKeyPath<StageTimes, Double>, _ work: () -> Result
  ) -> Result {
    let clock = ContinuousClock()
    let started = clock.now
    let result = work()
    let spent = clock.now - started
    self[keyPath: stage] +=
      Double(spent.components.seconds) * 1_000 + Double(spent.components.attoseconds) / 1e15
    return result
  }
}
