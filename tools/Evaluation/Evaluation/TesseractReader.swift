public import Foundation

/// What a user writes first: the plain `tesseract` command, a pattern of 15 digits, and Luhn.
///
/// Groups may be parted by a space, a hyphen, a slash or a dot. Every number that passes the check
/// digit counts as accepted, since such a script has no other verdict.
public struct TesseractReader: PictureReader, Sendable {
  private let mode: Int

  /// Makes a reader with a page segmentation mode, 3 or 11.
  public init(pageSegmentationMode mode: Int = 11) {
    self.mode = mode
  }

  /// `tesseract psm N`.
  public var name: String { "tesseract psm \(mode)" }

  /// Runs the command once a file, one thread each.
  public func answers(for files: [String], in folder: URL) throws -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for file in files {
      let command = Command(
        URL(filePath: "/usr/bin/tesseract"),
        [folder.appending(path: file).path, "-", "--psm", String(mode), "-l", "eng"],
        environment: ["OMP_THREAD_LIMIT": "1"])
      let text = String(decoding: try command.output(accepting: nil), as: UTF8.self)
      answers[file] = Answer(accepted: Self.numbers(in: text), offered: [], status: nil)
    }
    return answers
  }

  /// Numbers of 15 digits with an agreeing check digit, no digit before or behind them.
  static func numbers(in text: String) -> [String] {
    let pattern = /[0-9](?:[ \-\/.]?[0-9]){14}(?![0-9])/
    var numbers: [String] = []
    var previous: Character = " "
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if character.isASCIIDigit, !previous.isASCIIDigit,
        let match = text[index...].prefixMatch(of: pattern)
      {
        let digits = match.output.filter(\.isASCIIDigit)
        if passesLuhn(digits) { numbers.append(digits) }
      }
      previous = character
      index = text.index(after: index)
    }
    return numbers
  }

  // The peer's own Luhn, written out: a yardstick must not lean on what it measures.
  private static func passesLuhn(_ digits: String) -> Bool {
    let sum = digits.reversed().compactMap(\.wholeNumberValue).enumerated().reduce(0) {
      let doubled = $1.element * ($1.offset % 2 == 1 ? 2 : 1)
      return $0 + doubled / 10 + doubled % 10
    }
    return sum % 10 == 0
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
