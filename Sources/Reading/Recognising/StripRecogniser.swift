import Imaging

/// Reads strips with the kit's own networks: digits, letters without case, and what parts them.
///
/// The first network reads everything; the second bears witness where a number may stand.
///
/// Belongs to one thread at a time.
final class StripRecogniser {
  /// Rows of a strip.
  static let rows = 32
  /// Margin above and below in digit heights; the network was trained with 0 to 0.6.
  static let across = 0.22
  /// Margin before and behind in digit heights.
  static let ends = 0.5

  /// A reading of fewer digits is no number, and needs no witness.
  static let digitsWorthAWitness = 10
  /// A number of this probability by both networks needs no further witnesses.
  static let sure = 0.9
  /// How else a line is cut out for further witnesses: margin above and below, and how many times as wide.
  static let cuts: [(across: Double, stretch: Double)] = [
    (across, 1.15), (across, 0.88), (0.36, 1),
  ]

  private let first: Network
  private let second: Network?
  private let alphabet: Alphabet

  /// Makes a recogniser with the embedded networks.
  ///
  /// - Parameter hasWitness: whether the second network is used.
  init(hasWitness: Bool = true) throws(ReadingError) {
    first = try Network(.recogniser)
    second = hasWitness ? try Network(.secondRecogniser) : nil
    alphabet = Alphabet(first.alphabet)
    if let second, second.alphabet != first.alphabet {
      throw .networkUnusable("\(Network.Model.secondRecogniser)")
    }
  }

  /// Pulls a line out of a photo as this recogniser wants it.
  func strip(of line: LocatedLine, in photo: GrayImage) -> Strip {
    Strip(line, of: photo, rows: Self.rows, across: Self.across, ends: Self.ends)
  }

  /// Reads a strip the way it stands, with the first network.
  func read(_ strip: Strip) -> StripReading { read(strip, with: first) }

  /// A reading that may hold a number, as both networks agree on it.
  ///
  /// Where they are in doubt, both read the line again, cut out a little otherwise, and in the negative:
  /// print at the edge of what is legible falls on other pixels then.
  func witnessed(_ reading: StripReading, in photo: GrayImage) -> StripReading {
    guard let second, reading.witnesses.isEmpty,
      reading.digitCount >= Self.digitsWorthAWitness
    else { return reading }
    let other = read(reading.strip, with: second)
    let prefersOther = other.isWholeNumber && !reading.isWholeNumber
    var first = prefersOther ? other : reading
    first.witnesses = [prefersOther ? reading : other]
    if first.leastCertainNumber < Self.sure {
      for strip in otherStrips(of: reading.strip, in: photo) {
        first.witnesses += [read(strip), read(strip, with: second)]
      }
    }
    return first.agreed()
  }

  private func otherStrips(of strip: Strip, in photo: GrayImage) -> [Strip] {
    var negative = strip
    negative.image = strip.image.inverted()
    return [negative]
      + Self.cuts.map { cut in
        Strip(
          strip.line, of: photo, rows: Self.rows, across: cut.across, ends: Self.ends,
          stretch: cut.stretch)
      }
  }

  private func read(_ strip: Strip, with network: Network) -> StripReading {
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
