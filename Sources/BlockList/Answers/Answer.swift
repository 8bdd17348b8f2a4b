/// What the block lists say of one IMEI.
///
/// It never stands without the lists that were asked: name, day and digest of each. “Not flagged”
/// means on none of these lists, and no more.
public struct Answer: Hashable, Sendable {
  /// The three answers there are.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// At least one list has these 14 digits.
    case flagged
    /// Lists were asked and none has them.
    case notFlagged
    /// No list was asked; ``Answer/notCheckedBecause`` says why.
    case notChecked
  }

  /// The answer.
  public let state: State
  /// The entries found, by list name, then by line; empty unless flagged.
  public let matches: [Match]
  /// Entries that were on a list and were taken off since; they flag nothing.
  public let removed: [Match]
  /// Entries of allow lists; they flag nothing.
  public let allowed: [Match]
  /// Every list that was asked, by name.
  public let lists: [ListReference]
  /// Why nothing was checked; `nil` in the other states.
  public let notCheckedBecause: NotCheckedReason?

  private init(
    state: State, matches: [Match], removed: [Match] = [], allowed: [Match] = [],
    lists: [ListReference], notCheckedBecause: NotCheckedReason?
  ) {
    self.state = state
    self.matches = matches
    self.removed = removed
    self.allowed = allowed
    self.lists = lists
    self.notCheckedBecause = notCheckedBecause
  }

  /// The answer of `lists`: flagged when there are matches, not checked when there are no lists but
  /// allow lists.
  ///
  /// - Parameter found: every entry found; those taken off and those of allow lists flag nothing.
  public init(matches found: [Match], lists: [ListReference]) {
    let matches = found.filter { $0.removed == nil && $0.list.kind.flags }
    let isChecked = lists.contains(where: \.kind.flags)
    self.init(
      state: !isChecked ? .notChecked : matches.isEmpty ? .notFlagged : .flagged, matches: matches,
      removed: found.filter { $0.removed != nil && $0.list.kind.flags },
      allowed: found.filter { $0.removed == nil && !$0.list.kind.flags }, lists: lists,
      notCheckedBecause: isChecked ? nil : .noListLoaded)
  }

  /// The answer for what could not be checked.
  public static func notChecked(because reason: NotCheckedReason) -> Answer {
    Answer(state: .notChecked, matches: [], lists: [], notCheckedBecause: reason)
  }

  /// An answer of which only the state was kept, and not the lists that were asked.
  public static func withoutLists(_ state: State) -> Answer {
    state == .notChecked
      ? notChecked(because: .noListLoaded)
      : Answer(state: state, matches: [], lists: [], notCheckedBecause: nil)
  }

  /// What the lists say, in sentences for a person.
  public var explanation: String {
    var sentences = [summary]
    for match in removed {
      sentences.append(
        "Was on \(match.explanation), \(match.removal ?? "removed").")
    }
    for match in allowed { sentences.append("On \(match.explanation).") }
    return sentences.joined(separator: " ")
  }

  private var summary: String {
    switch state {
    case .flagged where lists.isEmpty:
      return "Flagged, by lists that were not kept with the answer."
    case .notFlagged where lists.isEmpty:
      return "Not flagged, by lists that were not kept with the answer."
    case .flagged:
      return "Flagged: on \(matches.map(\.explanation).joined(separator: " and on "))."
    case .notFlagged:
      let asked = lists.filter(\.kind.flags)
      let names = asked.map(\.description).joined(separator: ", ")
      return asked.count == 1
        ? "Not flagged: not on list \(names)."
        : "Not flagged: on none of the \(asked.count) lists \(names)."
    case .notChecked:
      let why = notCheckedBecause?.explanation ?? NotCheckedReason.noListLoaded.explanation
      return "Not checked: \(VisibleText.clause(why))."
    }
  }
}

/// Why an answer is “not checked”.
public enum NotCheckedReason: Hashable, Sendable {
  /// The store holds no block list, or there is no store.
  case noListLoaded
  /// There is no whole IMEI to check; the text says what stands in its place.
  case notAnIMEI(String)

  /// A clause for a person, without a full stop.
  public var explanation: String {
    switch self {
    case .noListLoaded: "no block list is loaded"
    case .notAnIMEI(let why): why
    }
  }
}

extension NotCheckedReason: Codable {
  private enum CodingKeys: String, CodingKey { case code, message }

  /// Reads `{"code":"noListLoaded|notAnIMEI","message":"…"}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    switch try container.decode(String.self, forKey: .code) {
    case "noListLoaded": self = .noListLoaded
    case "notAnIMEI": self = .notAnIMEI(try container.decode(String.self, forKey: .message))
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .code, in: container, debugDescription: "an unknown code")
    }
  }

  /// Writes `{"code":"noListLoaded|notAnIMEI","message":"…"}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .noListLoaded: try container.encode("noListLoaded", forKey: .code)
    case .notAnIMEI: try container.encode("notAnIMEI", forKey: .code)
    }
    try container.encode(explanation, forKey: .message)
  }
}

extension Answer: Codable {
  private enum CodingKeys: String, CodingKey {
    case state, matches, removed, allowed, lists, notCheckedBecause
  }

  /// Reads an answer; one written before there were histories and allow lists has none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      state: try container.decode(State.self, forKey: .state),
      matches: try container.decode([Match].self, forKey: .matches),
      removed: try container.decodeIfPresent([Match].self, forKey: .removed) ?? [],
      allowed: try container.decodeIfPresent([Match].self, forKey: .allowed) ?? [],
      lists: try container.decode([ListReference].self, forKey: .lists),
      notCheckedBecause: try container.decodeIfPresent(
        NotCheckedReason.self, forKey: .notCheckedBecause))
  }

  /// Writes every key, `null` where there is no value, so that the object always has one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(state, forKey: .state)
    try container.encode(matches, forKey: .matches)
    try container.encode(removed, forKey: .removed)
    try container.encode(allowed, forKey: .allowed)
    try container.encode(lists, forKey: .lists)
    try container.encode(notCheckedBecause, forKey: .notCheckedBecause)
  }
}
