/// The recogniser network's classes: 0 is the blank, the others are characters.
struct Alphabet: Sendable, Equatable {
  private let characters: [Character]
  /// Classes that may stand between the digits of one number.
  let separators: [Int]

  /// Makes an alphabet of the characters of classes 1 and up.
  init(_ characters: String) {
    let list = Array(characters)
    self.characters = list
    separators = list.indices.filter { " -/.,'".contains(list[$0]) }.map { $0 + 1 }
  }

  /// Classes, the blank included.
  var classes: Int { characters.count + 1 }

  /// The character of a class above 0.
  func character(_ class: Int) -> Character { characters[`class` - 1] }

  /// Whether a class is one of the ten digits.
  func isDigit(_ class: Int) -> Bool { `class` > 0 && characters[`class` - 1].isNumber }

  /// The classes of the ten digits.
  var digits: [Int] { (1..<classes).filter(isDigit) }

  /// The value of a digit's class, 0–9.
  func value(_ class: Int) -> UInt8? {
    characters[`class` - 1].wholeNumberValue.map(UInt8.init)
  }
}
