/// What it means to stand on a list.
public enum ListKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Barred from networks, or reported to a register: flagged.
  case block
  /// The force's own register of stolen devices: flagged.
  case stolen
  /// Of interest to somebody: flagged, with the list's words.
  case watch
  /// Known to be in order, or exempt: shown, and never a flag.
  case allow
  /// Makes and models by type allocation code: nothing that could flag.
  case tac

  /// The kinds that IMEIs are checked against.
  public static let ofIMEIs: [ListKind] = [.block, .stolen, .watch, .allow]

  /// Whether an entry flags.
  public var flags: Bool {
    switch self {
    case .block, .stolen, .watch: true
    case .allow, .tac: false
    }
  }

  /// The kind in words.
  public var phrase: String {
    switch self {
    case .block: "block list"
    case .stolen: "own stolen register"
    case .watch: "watch list"
    case .allow: "allow list"
    case .tac: "TAC list"
    }
  }
}
