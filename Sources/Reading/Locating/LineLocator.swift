import Imaging

/// Finds lines of text and long digit runs in a photo with the locator network, at any angle.
///
/// Belongs to one thread at a time.
final class LineLocator {
  /// What one look at a photo found, in pixels of the photo.
  struct Look {
    /// Lines that look like ten digits and more, the surest first.
    var digitRuns: [LocatedLine]
    /// Lines of any text, the surest first.
    var texts: [LocatedLine]

    /// The same look at a picture of which this one was cut out.
    func moved(right x: Double, down y: Double) -> Look {
      Look(
        digitRuns: digitRuns.map { $0.moved(right: x, down: y) },
        texts: texts.map { $0.moved(right: x, down: y) })
    }

    /// The part of the picture in which text was found, with a margin; all of it when none was.
    func region(in picture: GrayImage) -> PixelRect {
      let corners = (digitRuns + texts).flatMap { line in
        let quad = line.quad(across: 1, ends: 2)
        return [quad.topLeft, quad.topRight, quad.bottomRight, quad.bottomLeft]
      }
      let whole = PixelRect(x: 0, y: 0, width: picture.width, height: picture.height)
      guard let left = corners.map(\.x).min(), let right = corners.map(\.x).max(),
        let top = corners.map(\.y).min(), let bottom = corners.map(\.y).max()
      else { return whole }
      let margin = Self.margin * Double(max(picture.width, picture.height))
      return PixelRect(
        x: Int(left - margin), y: Int(top - margin), width: Int(right - left + 2 * margin),
        height: Int(bottom - top + 2 * margin)
      ).clamped(toWidth: picture.width, height: picture.height)
    }

    /// Margin round the text that was found, as a share of the picture's longest side.
    private static let margin = 0.06

    /// Whether there is print so small that its numbers may have been missed.
    func hasPrint(below height: Double) -> Bool {
      texts.contains { $0.height < height && $0.score > LineLocator.sureScore }
    }

    /// The same look at a picture `factor` times as large.
    func scaled(by factor: Double) -> Look {
      Look(
        digitRuns: digitRuns.map { $0.scaled(by: factor) },
        texts: texts.map { $0.scaled(by: factor) })
    }
  }

  /// Length over height of what may be fifteen digits: condensed print at one end, wide groups at
  /// the other.
  static let digitRunAspect = 6.0..<30.0
  /// Probability from which a cell counts.
  static let threshold = 0.35

  /// Mean probability from which a line of text is taken for certain.
  static let sureScore = 0.6

  private let network: Network

  /// Makes a locator with the embedded network.
  init() throws(ReadingError) {
    network = try Network(.locator)
  }

  /// Looks at a picture, at its own size.
  ///
  /// - Returns: lines in pixels of the picture.
  func look(at picture: GrayImage) -> Look {
    guard min(picture.width, picture.height) >= 16 else { return Look(digitRuns: [], texts: []) }
    let maps = network.run(picture) {
      LineMaps(width: $0.width, height: $0.height, maps: $0.maps, values: Array($0.values))
    }
    let digits = lines(of: .digits, in: maps)
    let runs = (digits + digits.linkedPairs()).filter { Self.digitRunAspect.contains($0.aspect) }
    return Look(
      digitRuns: runs.withoutRepetitions(),
      texts: lines(of: .text, in: maps).withoutRepetitions())
  }

  private func lines(of kind: LineMaps.Kind, in maps: LineMaps) -> [LocatedLine] {
    let fitting = LineFitting(maps, kind)
    return maps.components(of: kind, above: Self.threshold).flatMap(fitting.lines(of:))
  }
}
