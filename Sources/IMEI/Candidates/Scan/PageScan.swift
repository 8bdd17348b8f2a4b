/// One search through a page: lines in reading order, each number with the words near it.
struct PageScan {
  var lines: [ScannedLine]
  let layout: PageLayout
  /// Found candidates; `nil` marks one that was withdrawn.
  var candidates: [Candidate?] = []
  var others: [OtherIdentifier] = []
  /// The captions that found a number.
  var used: Set<CaptionPlace> = []
  /// How often a glyph, atom or neighbour was looked at, for the tests that guard linear work.
  private(set) var effort = 0

  init(_ lines: [TextLine]) {
    var effort = 0
    self.lines = lines.enumerated().map { index, line in
      ScannedLine(index: index, line: line, effort: &effort)
    }
    layout = PageLayout(lines.map(\.box.sound))
    self.effort = effort
    for index in layout.readingOrder { read(index) }
  }

  /// What was found.
  var result: CandidateList {
    var found = candidates.compactMap { $0 }
    found = withoutRepeatedMEIDs(found)
    var seen: Set<[String]> = []
    let distinct = others.filter { seen.insert([$0.kind.rawValue, $0.value]).inserted }
    return CandidateList(
      candidates: found, others: distinct, unreadableCaptions: unreadableCaptions())
  }

  /// Reads one line from left to right.
  private mutating func read(_ index: Int) {
    let line = lines[index]
    var reach = Reach()
    var run = 0
    var hit = 0
    var at = 0
    while at < line.atoms.atoms.count {
      effort += 1
      if hit < line.captions.count, line.captions[hit].atoms.lowerBound == at {
        reach = Reach(hit: hit)
        at = line.captions[hit].atoms.upperBound
        hit += 1
        continue
      }
      if run < line.runs.count, line.runs[run].groups.first == at {
        let isWhole = read(run: run, of: index, reach: reach)
        reach.pass(isWhole: isWhole)
        at = (line.runs[run].groups.last ?? at) + 1
        run += 1
        continue
      }
      pass(line.atoms.atoms[at], of: line, reach: &reach)
      at += 1
    }
  }

  /// One caption of one line.
  struct CaptionPlace: Hashable {
    var line: Int
    var hit: Int
  }

  /// How far a caption reaches along its line.
  struct Reach {
    /// The nearest caption on the left.
    var hit: Int?
    /// Whether something has come between.
    var isBlocked = false
    /// Words passed since the caption or the line's start.
    var words = 0
    /// Whether a number has been passed since the line's start.
    var passedNumber = false

    init(hit: Int? = nil) { self.hit = hit }

    /// A number was passed: a whole one leaves the caption in force for the next, as in `IMEI: A, B`.
    mutating func pass(isWhole: Bool) {
      passedNumber = true
      if !isWhole { isBlocked = true }
    }
  }

  private mutating func pass(_ atom: Atom, of line: ScannedLine, reach: inout Reach) {
    switch atom.kind {
    case .word:
      reach.words += 1
      if reach.words > 3 { reach.isBlocked = true }
      if ScannedLine.isValue(atom, line.atoms) {
        note(word: atom, of: line, reach: reach)
        reach.isBlocked = true
      }
    case .stop:
      reach.isBlocked = true
    default:
      break
    }
  }

  /// Reads one run; whether every number in it became a candidate.
  private mutating func read(run: Int, of index: Int, reach: Reach) -> Bool {
    let line = lines[index]
    let number = line.runs[run]
    let box = line.box(of: number)
    effort += line.atoms.atoms[number.groups[0]].count + number.groups.count
    let context = context(run: run, of: index, box: box, reach: reach)
    if continues(run: run, of: index, box: box, context: context) { return false }
    let found = numbers(in: number, of: line, context: context)
    let isPart = isPartOfLonger(run: run, of: index, box: box)
    var isWhole = !found.isEmpty
    for number in found {
      guard isPart != .certain else {
        isWhole = false
        break
      }
      add(number, of: line, context: context, isPart: isPart == .likely)
    }
    if isWhole {
      if let context {
        used.insert(CaptionPlace(line: context.line, hit: context.hit))
        if line.isNumberOnly, context.place == .above { lines[index].blockContext = context }
      }
    } else {
      noteOther(number, of: line, context: context)
    }
    keepPending(run: run, of: index, context: context, hasCandidate: isWhole)
    return isWhole
  }
}
