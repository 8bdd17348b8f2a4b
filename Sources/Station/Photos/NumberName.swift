internal import CaseFile

extension ReadingSubject.Number {
  /// The most numbers of one photo that can be named.
  static let mostNumbers = 1_000

  /// `read:0` or `seen:0`, as the interface names it.
  var name: String {
    switch self {
    case .read(let position): "read:\(position)"
    case .seen(let index): "seen:\(index)"
    }
  }

  /// A number from its name; nil when it is none.
  init?(name: String) {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...4).contains(parts[1].utf8.count),
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let place = Int(parts[1]),
      place < Self.mostNumbers
    else { return nil }
    switch parts[0] {
    case "read": self = .read(place)
    case "seen": self = .seen(place)
    default: return nil
    }
  }
}
