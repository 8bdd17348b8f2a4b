/// The makes that a label, a box or a screen names.
public enum LabelMakes {
  /// The makes that `words` name, each once, sorted.
  ///
  /// Counts whole words only, and of the makes only those whose name is no everyday word and stands on
  /// no other maker's print: `Google`, `Sony` (camera parts) and `Sharp` alone say nothing, `Pixel 6`
  /// and `Xperia` do. Model numbers of a maker's own form count as its name: `SM-G991B`, `XT2129-1`.
  ///
  /// - Parameter words: words or lines of text in any order, as they were read.
  public static func makes(in words: [String]) -> [String] {
    var found: Set<String> = []
    for line in words.prefix(lineLimit) {
      let tokens = tokens(of: line)
      for (index, token) in tokens.enumerated() {
        if let make = names[token] ?? makeOfModel(token) { found.insert(make) }
        if index + 1 < tokens.count, let make = pairs[token + " " + tokens[index + 1]] {
          found.insert(make)
        }
      }
    }
    return found.sorted()
  }

  /// How the make printed on a label compares with the make of a type allocation code.
  ///
  /// Differs only when the label names exactly one make and the code's differs from it: print that
  /// names several may be about accessories, apps or parts.
  ///
  /// - Parameters:
  ///   - words: what was read on the label.
  ///   - names: the code's brand and manufacturer.
  public static func compare(_ words: [String], with names: [MakeName]) -> MakeComparison {
    let printed = makes(in: words).compactMap { MakeName($0) }
    let results = printed.map { MakeComparison.of([$0], names) }
    if results.contains(.same) { return .same }
    return results.count == 1 && results[0] == .differs ? .differs : .unknown
  }

  private static let lineLimit = 4_096
  private static let tokenLimit = 64

  /// Upper-case words of ASCII letters, digits and inner hyphens.
  private static func tokens(of line: String) -> [String] {
    var tokens: [String] = []
    var token = ""
    func end() {
      while token.hasSuffix("-") { token.removeLast() }
      if !token.isEmpty, token.utf8.count <= tokenLimit { tokens.append(token.uppercased()) }
      token = ""
    }
    for scalar in line.unicodeScalars.prefix(lineLimit) {
      let isLetter = (0x61...0x7A).contains(scalar.value | 0x20)
      if isLetter || (0x30...0x39).contains(scalar.value) || (scalar == "-" && !token.isEmpty) {
        token.unicodeScalars.append(scalar)
      } else if scalar.value >= 0x80, scalar.properties.isAlphabetic {
        // Part of a word in another script, which no name here is.
        token.append("?")
      } else {
        end()
      }
    }
    end()
    return tokens
  }

  /// Names that stand on their own maker's print only.
  private static let names: [String: String] = [
    "IPHONE": "Apple", "IPAD": "Apple", "SAMSUNG": "Samsung", "HUAWEI": "Huawei", "HONOR": "Honor",
    "XIAOMI": "Xiaomi", "REDMI": "Xiaomi", "POCO": "Xiaomi", "OPPO": "OPPO", "ONEPLUS": "OnePlus",
    "REALME": "realme", "VIVO": "vivo", "IQOO": "iQOO", "MOTOROLA": "Motorola", "NOKIA": "Nokia",
    "LENOVO": "Lenovo", "ALCATEL": "TCL", "TCL": "TCL", "BLACKBERRY": "BlackBerry",
    "XPERIA": "Sony", "HTC": "HTC", "ZTE": "ZTE", "NUBIA": "nubia", "ZENFONE": "Asus",
    "TECNO": "Tecno", "INFINIX": "Infinix", "ITEL": "itel", "MEIZU": "Meizu",
    "FAIRPHONE": "Fairphone", "WIKO": "Wiko", "DOOGEE": "Doogee", "BLACKVIEW": "Blackview",
    "ULEFONE": "Ulefone", "CUBOT": "Cubot", "OUKITEL": "Oukitel", "UMIDIGI": "UMIDIGI",
    "COOLPAD": "Coolpad", "GIONEE": "Gionee", "HISENSE": "Hisense",
  ]

  /// Names of two words.
  private static let pairs: [String: String] = [
    "APPLE INC": "Apple", "GOOGLE PIXEL": "Google", "SONY ERICSSON": "Sony Ericsson",
    "LG ELECTRONICS": "LG", "HMD GLOBAL": "Nokia", "NOTHING PHONE": "Nothing",
    "NOTHING TECHNOLOGY": "Nothing", "SONY MOBILE": "Sony", "SHARP CORPORATION": "Sharp",
    "KYOCERA CORPORATION": "Kyocera", "MICROSOFT MOBILE": "Microsoft",
  ]

  /// The maker whose model numbers have the form of `token`.
  private static func makeOfModel(_ token: String) -> String? {
    for form in forms where form.matches(token) { return form.make }
    return nil
  }

  private static let forms: [ModelForm] = [
    ModelForm("Samsung", prefix: "SM-", pattern: "A000"),
    ModelForm("Samsung", prefix: "GT-", pattern: "A0000"),
    ModelForm("Samsung", prefix: "SGH-", pattern: "A000"),
    ModelForm("Motorola", prefix: "XT", pattern: "0000"),
    ModelForm("realme", prefix: "RMX", pattern: "0000"),
    ModelForm("OPPO", prefix: "CPH", pattern: "0000"),
    ModelForm("Nokia", prefix: "TA-", pattern: "0000"),
    ModelForm("LG", prefix: "LM-", pattern: "A000"),
    ModelForm("LG", prefix: "LG-", pattern: "A000"),
  ]
}

/// The form of one maker's model numbers: a prefix, then letters (`A`) and digits (`0`), then at most
/// a few more.
private struct ModelForm {
  let make: String
  let prefix: String
  let pattern: String

  private static let mostBehind = 6

  init(_ make: String, prefix: String, pattern: String) {
    self.make = make
    self.prefix = prefix
    self.pattern = pattern
  }

  func matches(_ token: String) -> Bool {
    guard token.hasPrefix(prefix) else { return false }
    let rest = Array(token.utf8.dropFirst(prefix.utf8.count))
    let wanted = Array(pattern.utf8)
    guard rest.count >= wanted.count, rest.count <= wanted.count + Self.mostBehind else {
      return false
    }
    // Of a number without a letter, a digit more would make another number.
    if wanted.first == 0x30, rest.count > wanted.count, (0x30...0x39).contains(rest[wanted.count]) {
      return false
    }
    return zip(rest, wanted).allSatisfy { byte, sign in
      sign == 0x30 ? (0x30...0x39).contains(byte) : (0x41...0x5A).contains(byte)
    }
  }
}
