import Imaging

/// Reads strips with the kit's own network: digits, letters without case, and what parts them.
///
/// Belongs to one thread at a time.
final class StripRecogniser {
  /// Rows of a strip.
  static let rows = 32
  /// Margin above and below in digit heights; the network was trained with 0 to 0.6.
  static let across = 0.22
  /// Margin before and behind in digit heights.
  static let ends = 0.5

  private let network: Network
  private let alphabet: Alphabet

  /// Makes a recogniser with the embedded network.
  init() throws(ReadingError) {
    network = try Network(.recogniser)
    alphabet = Alphabet(network.alphabet)
  }

  /// Pulls a line out of a photo as this recogniser wants it.
  func strip(of line: LocatedLine, in photo: GrayImage) -> Strip {
    Strip(line, of: photo, rows: Self.rows, across: Self.across, ends: Self.ends)
  }

  /// Reads a strip the way it stands.
  func read(_ strip: Strip) -> StripReading {
    let lattice = network.run(strip.image) { maps in
      CTCLattice(frames: maps.width, classes: maps.maps, logits: maps.values)
    }
    let best = lattice.bestPath()
    return StripReading(
      strip: strip, lattice: lattice, tokens: best.tokens, logProbability: best.logProbability,
      alphabet: alphabet)
  }

  /// Reads a strip both ways up and keeps what reads better.
  func readEitherWay(_ strip: Strip) -> StripReading {
    let upright = read(strip)
    let reversed = read(strip.reversed)
    return reversed.uprightness > upright.uprightness ? reversed : upright
  }
}
