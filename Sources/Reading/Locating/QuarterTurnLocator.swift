public import Imaging

/// Offers the whole photo at the four quarter turns and leaves the layout to the recogniser.
public struct QuarterTurnLocator: Locator {
  /// The longest side that is read at full size, in pixels.
  ///
  /// Larger photos are halved until they fit: print that fills a phone's screen is then still
  /// 15 pixels and more, and a page of 12 megapixels costs Tesseract four times as much.
  public static let longestSide = 2600

  /// Makes a locator.
  public init() {}

  /// The photo upright, turned clockwise by 90°, 180° and 270°, dark text on light.
  public func regions(in photo: GrayImage) -> [Region] {
    var page = photo
    var scale = 1.0
    while max(page.width, page.height) > Self.longestSide {
      page = page.scaled(toWidth: max(1, page.width / 2), height: max(1, page.height / 2))
      scale = Double(photo.width) / Double(page.width)
    }
    if page.isMostlyDark { page = page.inverted() }
    return (0..<4).map { turns in
      let undoing = PlaneTransform.undoing(
        quarterTurns: turns, width: Double(photo.width), height: Double(photo.height))
      return Region(
        image: page.rotated(quarterTurns: turns), content: .page,
        toPhoto: undoing.scaled(by: scale))
    }
  }
}

extension GrayImage {
  /// Whether the picture's middle grey lies below half, as on a lock screen.
  fileprivate var isMostlyDark: Bool {
    var dark = 0
    for pixel in pixels where pixel < 110 { dark += 1 }
    return dark * 2 > pixels.count
  }
}
