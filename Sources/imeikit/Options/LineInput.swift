import Intake

/// Files of lines as they are named on a command line.
enum LineInput {
  /// The file of this name; `-` is standard input.
  static func open(_ name: String, limit: Int = LineFile.defaultLimit) throws -> LineFile {
    if name == "-" { return try LineFile(.standardInput, limit: limit) }
    let path = ProcessArguments.paths(matching: [name]).first ?? PhotoPath(name)
    return try LineFile(.file(path), limit: limit)
  }
}

/// Tells refused lines: the first few, and how many more.
struct RefusedLines {
  private static let shown = 20

  let talk: Talk
  private(set) var count = 0

  init(talk: Talk) {
    self.talk = talk
  }

  mutating func tell(_ refused: RefusedLine) {
    count += 1
    if count <= Self.shown { talk.say(refused.description) }
  }

  func tellRest() {
    if count > Self.shown { talk.say("… and \(count - Self.shown) more refused lines.") }
  }
}
