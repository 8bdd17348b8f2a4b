import IMEI
import Imaging

/// One photo being read: the lines read so far, the barcodes, and what follows from them.
struct PhotoScan {
  /// The most captions looked for round one number.
  static let captionsPerNumber = 5

  private let photo: GrayImage
  private let parts: ReaderParts
  private var lines: LineReader
  private var texts: [LocatedLine] = []
  private var barcodes: [Barcode] = []
  private var secondEvidence: [Evidence] = []
  private var guesses: [Evidence] = []
  private var asked: Set<Quad> = []
  /// The lines read so far, by direction.
  private(set) var frames: [FramedLines] = []
  /// What the rules make of the lines of each frame.
  private var found: [CandidateList] = []
  private var others: Set<OtherIdentifier> = []
  private var unreadableCaptions = 0
  /// What the network read in print.
  private var printEvidence: [Evidence] = []

  /// Begins a photo.
  init(_ photo: GrayImage, recogniser: StripRecogniser, parts: ReaderParts) {
    self.photo = photo
    self.parts = parts
    lines = LineReader(photo, with: recogniser, refining: parts.contains(.refining))
  }

  /// Everything that has been read, as evidence.
  var evidence: [Evidence] { printEvidence + secondEvidence + barcodeEvidence + guesses }

  /// Reads what a look has found: numbers, then the captions near them.
  mutating func take(_ look: LineLocator.Look) {
    texts = (texts + look.texts).withoutRepetitions()
    lines.readDigitRuns(look.digitRuns)
    frameLines()
    findNumbers()
    if parts.contains(.captions) { readCaptions() }
  }

  /// Takes barcodes found in a picture that `factor` times enlarged is the photo.
  mutating func take(_ found: [Barcode], factor: Double) {
    for barcode in found {
      let placed = barcode.scaled(by: factor)
      if !barcodes.contains(where: { $0.text == placed.text && $0.symbology == placed.symbology }) {
        barcodes.append(placed)
      }
    }
  }

  /// Has the second recogniser read the lines of undecided numbers.
  mutating func takeSecond(_ second: SecondReader) {
    for (framed, found) in zip(frames, found) {
      let numbers = levelCandidates(of: found, in: framed)
      let sources = Set(numbers.compactMap { framed.source(of: $0)?.reading }).sorted()
      for index in sources {
        let reading = framed.readings[index]
        let quad = Quad(reading.strip.line.quad(across: 0, ends: 0))
        guard asked.insert(quad).inserted else { continue }
        guard let line = second.read(reading.strip.line, of: photo, frame: framed.frame) else {
          continue
        }
        let found = CandidateFinder.find(in: framed.lines(replacing: index, by: line))
        secondEvidence += found.candidates
          .filter { candidate in candidate.digitBoxes.allSatisfy { line.box.encloses($0) } }
          .map { evidence(of: $0, source: .tesseract, posterior: nil, frame: framed.frame) }
      }
    }
  }

  /// Reads lines that hold about fifteen digits, and no number that the rules know, as fifteen.
  mutating func takeGuesses() {
    for (framed, found) in zip(frames, found) {
      let known = Set(
        levelCandidates(of: found, in: framed).compactMap { framed.source(of: $0)?.reading })
      for index in framed.readings.indices where !known.contains(index) {
        for guess in framed.readings[index].withFifteenDigits() {
          let variant = framed.replacing(index, by: guess)
          for candidate in CandidateFinder.find(in: variant.lines).candidates {
            guard let source = variant.source(of: candidate), source.reading == index else {
              continue
            }
            var piece = evidence(
              of: candidate, source: .digits, posterior: guess.posterior(of: source.tokens),
              frame: framed.frame)
            piece.take(guess.places(of: source.tokens))
            piece.proposal = .fifteenDigits
            if piece.isLegible { guesses.append(piece) }
          }
        }
      }
    }
  }

  /// What the photo says, once decided.
  func result(_ decision: Decision, times: StageTimes) -> PageReading {
    var others = others
    for barcode in barcodes {
      others.formUnion(CandidateFinder.find(payload: barcode.text).others)
    }
    others.formUnion(decision.others)
    let texts = frames.flatMap { $0.lines.map(\.text) } + barcodes.map(\.text)
    return PageReading(
      readings: decision.readings,
      others: others.sorted { ($0.kind.rawValue, $0.value) < ($1.kind.rawValue, $1.value) },
      unreadableCaptions: unreadableCaptions, times: times,
      texts: Set(texts).sorted())
  }

  /// Puts the lines into frames: one for the angle of every line that holds a number, since rows are
  /// told apart only in a frame that is level with them; the other lines are in all frames of their
  /// direction.
  private mutating func frameLines() {
    let numbersFirst = lines.readings.sorted {
      ($0.digitCount, $0.strip.line.length) > ($1.digitCount, $1.strip.line.length)
    }
    var angles: [ReadingFrame] = []
    for reading in numbersFirst {
      let line = reading.strip.line
      let isFramed = angles.contains {
        reading.isWholeNumber ? $0.isLevel(with: line) : $0.holds(line)
      }
      if !isFramed { angles.append(ReadingFrame(angle: line.angle)) }
    }
    frames = angles.map { frame in
      FramedLines(lines.readings.filter { frame.holds($0.strip.line) }, frame: frame)
    }
    found = frames.map { CandidateFinder.find(in: $0.lines) }
  }

  /// The candidates whose lines are level in no other frame more.
  private func levelCandidates(of found: CandidateList, in framed: FramedLines) -> [Candidate] {
    found.candidates.filter { candidate in
      guard let source = framed.source(of: candidate) else { return true }
      let line = framed.readings[source.reading].strip.line
      let best = frames.map(\.frame).max { $0.levelness(of: line) < $1.levelness(of: line) }
      return best?.angle == framed.frame.angle
    }
  }

  /// Reads the captions of numbers that have none on their own line, and looks again.
  private mutating func readCaptions() {
    var wanted: [LocatedLine] = []
    var beginnings: [(line: LocatedLine, of: StripReading, before: Int)] = []
    for (framed, found) in zip(frames, found) {
      let nearby = NearbyTexts(texts, frame: framed.frame)
      for candidate in levelCandidates(of: found, in: framed)
      where candidate.caption?.place != .sameLine {
        wanted += nearby.captions(of: candidate.box, atMost: Self.captionsPerNumber)
        if let source = framed.source(of: candidate),
          let beginning = nearby.beginning(before: candidate.box)
        {
          beginnings.append((beginning, framed.readings[source.reading], source.tokens.lowerBound))
        }
      }
    }
    guard !wanted.isEmpty || !beginnings.isEmpty else { return }
    for (line, reading, token) in beginnings {
      lines.readBeginning(line, of: reading, before: token)
    }
    lines.readTexts(wanted.withoutRepetitions())
    frameLines()
    findNumbers()
  }

  private mutating func findNumbers() {
    printEvidence = []
    others = []
    var unreadable: Int?
    var illegible = 0
    for (framed, found) in zip(frames, found) {
      others.formUnion(found.others)
      unreadable = min(unreadable ?? .max, found.unreadableCaptions)
      for candidate in levelCandidates(of: found, in: framed) {
        let piece = evidence(of: candidate, from: framed)
        if piece.isLegible {
          printEvidence.append(piece)
        } else if piece.candidate.caption != nil {
          illegible += 1
        }
      }
    }
    unreadableCaptions = (unreadable ?? 0) + illegible
  }

  /// A candidate with what the networks say of it.
  private func evidence(of candidate: Candidate, from framed: FramedLines) -> Evidence {
    var piece = evidence(of: candidate, source: .digits, posterior: 0, frame: framed.frame)
    if let source = framed.source(of: candidate) {
      let reading = framed.readings[source.reading]
      piece.take(reading.places(of: source.tokens))
      piece.posterior = reading.posterior(of: source.tokens)
      piece.alternatives = reading.alternatives(of: source.tokens, to: candidate.imei)
    }
    return piece
  }

  private func evidence(
    of candidate: Candidate, source: Source, posterior: Double?, frame: ReadingFrame
  ) -> Evidence {
    Evidence(
      candidate: candidate, source: source, place: frame.toPhoto.apply(candidate.box),
      posterior: posterior)
  }

  private var barcodeEvidence: [Evidence] {
    barcodes.flatMap { barcode in
      CandidateFinder.find(payload: barcode.text).candidates.map {
        Evidence(candidate: $0, source: barcode.symbology, place: barcode.place, posterior: nil)
      }
    }
  }
}

extension TextBox {
  /// Whether another box lies inside, give or take half its height.
  fileprivate func encloses(_ other: TextBox) -> Bool {
    let slack = other.height / 2
    return other.x >= x - slack && other.maxX <= maxX + slack && abs(other.midY - midY) <= height
  }
}

extension Quad {
  /// The corners of a rectified quadrilateral.
  init(_ quad: PixelQuad) {
    self.init(
      corners: [quad.topLeft, quad.topRight, quad.bottomRight, quad.bottomLeft].map {
        Point(x: $0.x, y: $0.y)
      })
  }
}
