/// A pattern of file names that say their exhibit, such as `{exhibit}_*` or `IMG-*-{exhibit}`.
///
/// `{exhibit}` stands for the reference, `*` for any characters, `?` for one; all else is itself, capital or
/// small. The name is compared without its extension. The reference is the shortest text that fits.
public struct ExhibitPattern: Sendable, Hashable {
  private enum Part: Hashable, Sendable {
    case sign(Character)
    case any, one, exhibit
  }

  /// As typed.
  public let text: String
  private let parts: [Part]

  /// The longest name that is compared.
  private static let longestName = 255

  /// Reads a pattern.
  ///
  /// - Throws: ``IntakeError`` of code `badInput` unless `{exhibit}` stands in it once.
  public init(_ text: String) throws(IntakeError) {
    var parts: [Part] = []
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix("{exhibit}") {
        parts.append(.exhibit)
        rest = rest.dropFirst("{exhibit}".count)
        continue
      }
      switch first {
      case "*": if parts.last != .any { parts.append(.any) }
      case "?": parts.append(.one)
      default: parts.append(.sign(Character(first.lowercased())))
      }
      rest = rest.dropFirst()
    }
    guard parts.count(where: { $0 == .exhibit }) == 1, parts.count <= Self.longestName else {
      throw IntakeError(
        code: .badInput, message: "The pattern “\(text)” does not say where the exhibit stands.",
        cure: "Write {exhibit} in it once, as in '{exhibit}_*'.")
    }
    self.text = text
    self.parts = parts
  }

  /// The reference in a file name; `nil` when the name does not fit.
  public func exhibit(in name: String) -> String? {
    var name = name
    if let dot = name.lastIndex(of: "."), dot != name.startIndex { name = String(name[..<dot]) }
    let signs = Array(name)
    guard signs.count <= Self.longestName else { return nil }
    // From the end: fits[p][s] tells whether the parts from p on fit the signs from s on.
    var fits = [[Bool]](
      repeating: [Bool](repeating: false, count: signs.count + 1), count: parts.count + 1)
    fits[parts.count][signs.count] = true
    for part in parts.indices.reversed() {
      for sign in (0...signs.count).reversed() {
        let next = sign < signs.count
        switch parts[part] {
        case .sign(let own):
          fits[part][sign] =
            next && Character(signs[sign].lowercased()) == own && fits[part + 1][sign + 1]
        case .one: fits[part][sign] = next && fits[part + 1][sign + 1]
        case .any: fits[part][sign] = fits[part + 1][sign] || next && fits[part][sign + 1]
        case .exhibit:
          fits[part][sign] = next && (fits[part + 1][sign + 1] || fits[part][sign + 1])
        }
      }
    }
    return fits[0][0] ? shortest(signs, fits) : nil
  }

  /// Walks through what fits, each part taking as little as it can.
  private func shortest(_ signs: [Character], _ fits: [[Bool]]) -> String? {
    var sign = 0
    for part in parts.indices {
      switch parts[part] {
      case .sign, .one: sign += 1
      case .any: while !fits[part + 1][sign] { sign += 1 }
      case .exhibit:
        let start = sign
        repeat { sign += 1 } while !fits[part + 1][sign]
        let reference = String(signs[start..<sign]).trimmingSpace
        return reference.isEmpty ? nil : reference
      }
    }
    return nil
  }
}

extension String {
  fileprivate var trimmingSpace: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
