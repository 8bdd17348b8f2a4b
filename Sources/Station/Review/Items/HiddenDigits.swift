internal import BlockList

/// Takes a number out of the texts beside it: files and labels are often named after what they show.
struct HiddenDigits: Sendable {
  /// As many digits in a row tell too much of a number.
  private static let most = 6
  /// A run of as many digits may be a whole number, whatever it was read as.
  private static let whole = 14

  private let parts: Set<[UInt8]>
  private let cover: Character

  /// Takes out these numbers, and everything as long as one.
  ///
  /// - Parameter cover: what is put for a digit.
  init(_ numbers: some Sequence<String>, cover: Character = "#") {
    self.cover = cover
    var parts: Set<[UInt8]> = []
    for number in numbers {
      let digits = Array(number.utf8.filter { (0x30...0x39).contains($0) })
      guard digits.count >= Self.most else { continue }
      for start in 0...(digits.count - Self.most) {
        parts.insert(Array(digits[start..<(start + Self.most)]))
      }
    }
    self.parts = parts
  }

  /// The text with the cover for every digit of such a run; a run goes on over single separators.
  func masking(_ text: String) -> String {
    var characters = Array(text)
    var run: [Int] = []
    var lastWasSeparator = false
    func close() {
      let digits = run.map { UInt8(characters[$0].asciiValue ?? 0) }
      for place in hidden(digits) { characters[run[place]] = cover }
      run = []
    }
    for (index, character) in Array(characters).enumerated() {
      if character.isASCII, character.isNumber {
        run.append(index)
        lastWasSeparator = false
      } else if !run.isEmpty, !lastWasSeparator, Self.separators.contains(character) {
        lastWasSeparator = true
      } else {
        close()
        lastWasSeparator = false
      }
    }
    close()
    return String(characters)
  }

  private static let separators: Set<Character> = [" ", "-", ".", "/"]

  private func hidden(_ digits: [UInt8]) -> Set<Int> {
    if digits.count >= Self.whole { return Set(digits.indices) }
    var places: Set<Int> = []
    guard digits.count >= Self.most else { return places }
    for start in 0...(digits.count - Self.most) {
      let part = start..<(start + Self.most)
      if parts.contains(Array(digits[part])) { places.formUnion(part) }
    }
    return places
  }
}
