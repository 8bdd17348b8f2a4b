public import IMEI

/// What the TAC lists say of one type allocation code.
///
/// No list is complete: a code that is in none says nothing against the number that carries it.
public struct TACAnswer: Hashable, Sendable {
  /// The three answers.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// At least one list has it.
    case listed
    /// None of the lists asked has it.
    case notListed
    /// No TAC list is loaded.
    case notChecked
  }

  /// The code that was asked for.
  public let tac: TAC
  /// What the lists say, the newest list first; of one day, by name.
  public let entries: [TACEntry]
  /// Every list that was asked, by name.
  public let lists: [ListReference]

  /// The answer of `lists`.
  public init(tac: TAC, entries: [TACEntry], lists: [ListReference]) {
    self.tac = tac
    self.entries = entries.sorted {
      $0.list.date == $1.list.date ? $0.list.name < $1.list.name : $0.list.date > $1.list.date
    }
    self.lists = lists
  }

  /// The answer.
  public var state: State { lists.isEmpty ? .notChecked : entries.isEmpty ? .notListed : .listed }

  /// The entry that stands for the answer where there is room for one: the newest with a make, else
  /// the newest.
  public var leading: TACEntry? { entries.first { $0.make != nil } ?? entries.first }

  /// How the makes of the lists compare: `differs` as soon as two of them do; `nil` when fewer than
  /// two lists give a make.
  public var listsCompared: MakeComparison? {
    let makes = entries.map(\.makeNames).filter { !$0.isEmpty }
    guard makes.count > 1 else { return nil }
    var result = MakeComparison.same
    for (index, first) in makes.enumerated() {
      for second in makes[(index + 1)...] {
        switch MakeComparison.of(first, second) {
        case .differs: return .differs
        case .unknown: result = .unknown
        case .same: break
        }
      }
    }
    return result
  }

  /// How the make of this code compares with that of another, as for the two IMEIs of one device.
  ///
  /// Differs only when every list that knows both says so, and no list disagrees with another.
  public func comparedMake(with other: TACAnswer) -> MakeComparison {
    guard listsCompared ?? .same == .same, other.listsCompared ?? .same == .same else {
      return .unknown
    }
    return MakeComparison.of(entries.flatMap(\.makeNames), other.entries.flatMap(\.makeNames))
  }

  /// How the make of this code compares with what is printed on the device, its box or its label.
  ///
  /// - Parameter words: words or lines of text in any order, as they were read.
  public func comparedMake(withPrint words: [String]) -> MakeComparison {
    guard listsCompared ?? .same == .same else { return .unknown }
    return LabelMakes.compare(words, with: entries.flatMap(\.makeNames))
  }

  /// One sentence for a person.
  public var explanation: String {
    switch state {
    case .notChecked: return "No TAC list is loaded."
    case .notListed:
      let names = lists.map(\.description).joined(separator: ", ")
      return "TAC \(tac) is not in the list\(lists.count == 1 ? "" : "s") \(names), which says "
        + "nothing against it: no list is complete."
    case .listed:
      let claims = entries.map { "\($0.names) by list \($0.list)" }.joined(separator: "; ")
      switch listsCompared {
      case .differs: return "TAC \(tac): the lists disagree: \(claims)."
      case .unknown: return "TAC \(tac): the lists name different makes: \(claims)."
      case .same, nil: return "TAC \(tac): \(claims)."
      }
    }
  }
}

extension TACAnswer: Encodable {
  private enum CodingKeys: String, CodingKey {
    case tac, reportingBody, state, make, model, entries, listsCompared, lists
  }

  /// Writes every key, `null` where there is no value, so that the object always has one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(tac.digits, forKey: .tac)
    try container.encode(tac.reportingBody, forKey: .reportingBody)
    try container.encode(state, forKey: .state)
    try container.encode(leading?.make, forKey: .make)
    try container.encode(leading?.model, forKey: .model)
    try container.encode(entries, forKey: .entries)
    try container.encode(listsCompared, forKey: .listsCompared)
    try container.encode(lists, forKey: .lists)
  }
}
