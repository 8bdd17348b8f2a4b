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

  /// The text with the cover for every digit of such a run.
  ///
  /// A run that is long enough for a number goes on over single separators; one that tells of the number, over
  /// anything but letters, and in any script's digits.
  func masking(_ text: String) -> String {
    let characters = Array(text)
    var places = wholeNumbers(characters)
    var run: [Int] = []
    var digits: [UInt8] = []
    for (index, character) in characters.enumerated() {
      if let digit = Self.digit(character) {
        run.append(index)
        digits.append(digit)
      } else if character.isLetter {
        places.formUnion(tellingPlaces(digits).map { run[$0] })
        run = []
        digits = []
      }
    }
    places.formUnion(tellingPlaces(digits).map { run[$0] })
    return String(
      characters.indices.map { places.contains($0) ? cover : characters[$0] })
  }

  /// A decimal digit's value as its ASCII code.
  private static func digit(_ character: Character) -> UInt8? {
    if let ascii = character.asciiValue {
      return (0x30...0x39).contains(ascii) ? ascii : nil
    }
    guard character.unicodeScalars.count == 1,
      character.unicodeScalars.first?.properties.generalCategory == .decimalNumber,
      let value = character.wholeNumberValue, (0...9).contains(value)
    else { return nil }
    return 0x30 + UInt8(value)
  }

  /// Where whole numbers stand, whatever they are.
  private func wholeNumbers(_ characters: [Character]) -> Set<Int> {
    var places: Set<Int> = []
    var run: [Int] = []
    var lastWasSeparator = false
    func close() {
      if run.count >= Self.whole { places.formUnion(run) }
      run = []
    }
    for (index, character) in characters.enumerated() {
      if Self.digit(character) != nil {
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
    return places
  }

  private static let separators: Set<Character> = [" ", "-", ".", "/"]

  /// The places in a row of digits that belong to a part of the number.
  private func tellingPlaces(_ digits: [UInt8]) -> Set<Int> {
    var places: Set<Int> = []
    guard digits.count >= Self.most, !parts.isEmpty else { return places }
    for start in 0...(digits.count - Self.most) {
      let part = start..<(start + Self.most)
      if parts.contains(Array(digits[part])) { places.formUnion(part) }
    }
    return places
  }
}
