/// The letters IMEI as printed and as misread.
///
/// I, l and 1 are one letter here, and one more misread letter is allowed where its shape is alike. S
/// is never allowed for E: IMSI is the caption that must not be taken for IMEI.
struct IMEIWord: Equatable {
  /// How many characters of the word the caption takes; the rest are digits of a number.
  var length: Int
  /// The slot digit that the word ends in.
  var slot: Int?
  /// Whether the word says IMEISV.
  var saysSoftwareVersion = false

  /// The longest word looked at, in characters.
  static let maximumLength = 40

  /// Reads `word`, a run of letters and digits.
  init?(_ word: ArraySlice<Character>) {
    guard (3...Self.maximumLength).contains(word.count) else { return nil }
    // `MEI2`: the first letter lost at the edge of a strip. MEID and a bare MEI are not taken.
    if word.count == 4, word.starts(with: ["M", "E", "I"]), let slot = Self.slot(word.suffix(1)) {
      self.init(length: 4, slot: slot)
      return
    }
    // `IME356938035643809`: the last letter and the space are lost. Fifteen digits touch it, no fewer.
    if word.count == 18, word.starts(with: ["I", "M", "E"]),
      word.dropFirst(3).allSatisfy({ $0.isASCII && $0.isNumber })
    {
      self.init(length: 3)
      return
    }
    if let (length, isExact) = Self.letters(at: word) {
      let rest = word.dropFirst(length)
      if rest.isEmpty {
        self.init(length: length)
        return
      }
      let number = rest.prefix { $0.isASCII && $0.isNumber }
      if number.count == rest.count, number.count == 1 {
        self.init(length: word.count, slot: Self.slot(rest))
        return
      }
      if let first = rest.first, first.isASCII, first.isNumber {
        self.init(length: length)
        return
      }
      if isExact, let tail = Self.tail(rest) {
        self = tail
        self.length += length
        return
      }
    }
    // `deviceImei`, `IMEI串号`: within a longer word only the true letters count.
    let lower = word.map { $0.lowercased() }
    guard let start = (0...max(0, lower.count - 4)).first(where: { Self.spells(lower, at: $0) })
    else { return nil }
    self.init(length: word.count, slot: start + 5 == word.count ? Self.slot(word.suffix(1)) : nil)
  }

  private init(length: Int, slot: Int? = nil, saysSoftwareVersion: Bool = false) {
    self.length = length
    self.slot = slot
    self.saysSoftwareVersion = saysSoftwareVersion
  }

  /// What may follow the four letters within the word: `SV`, `No`, with a slot digit.
  private static func tail(_ rest: ArraySlice<Character>) -> IMEIWord? {
    let lower = rest.map { $0.lowercased() }.joined()
    for ending in ["sv", "s", "no", "nr", "num", "number", "nummer", "code"] {
      guard lower.hasPrefix(ending) else { continue }
      let after = lower.dropFirst(ending.count)
      if after.isEmpty {
        return IMEIWord(length: rest.count, saysSoftwareVersion: ending == "sv")
      }
      if after.count == 1, let slot = slot(rest.suffix(1)) {
        return IMEIWord(length: rest.count, slot: slot, saysSoftwareVersion: ending == "sv")
      }
      if let first = after.first, first.isASCII, first.isNumber {
        return IMEIWord(length: ending.count, saysSoftwareVersion: ending == "sv")
      }
    }
    return nil
  }

  private static func slot(_ text: ArraySlice<Character>) -> Int? {
    text.first.flatMap { $0.wholeNumberValue }.flatMap { (1...4).contains($0) ? $0 : nil }
  }

  private static func spells(_ lower: [String], at start: Int) -> Bool {
    start + 4 <= lower.count && lower[start] == "i" && lower[start + 1] == "m"
      && lower[start + 2] == "e" && lower[start + 3] == "i"
  }

  /// How many characters at the start read IMEI, and whether all shapes are the letters' own.
  private static func letters(at word: ArraySlice<Character>) -> (length: Int, isExact: Bool)? {
    var rest = word
    var misread = 0
    for letter in 0..<4 {
      guard let next = rest.popFirst() else { return nil }
      if own[letter].contains(next) { continue }
      misread += 1
      // `rn` and `nn` are what a narrow M falls apart into.
      if letter == 1, next == "r" || next == "n", rest.first == "n" {
        rest.removeFirst()
      } else if !alike[letter].contains(next) {
        return nil
      }
      if misread > 1 { return nil }
    }
    return (word.count - rest.count, misread == 0)
  }

  private static let letterI: Set<Character> = [
    "I", "i", "l", "1", "|", "!", "І", "і", "Ι", "ı", "İ", "í", "Í", "Ｉ",
  ]
  private static let own: [Set<Character>] = [
    letterI, ["M", "m", "М", "м", "Μ", "Ｍ"], ["E", "e", "Е", "е", "Ε", "É", "é", "Ｅ"], letterI,
  ]
  private static let alike: [Set<Character>] = [
    ["J", "T", "L", "t", "f", "j", "7"], ["N", "n", "H", "h", "W", "w"],
    ["F", "B", "C", "c", "€", "3", "£", "G"], ["J", "T", "L", "t", "f", "j", "7"],
  ]
}
