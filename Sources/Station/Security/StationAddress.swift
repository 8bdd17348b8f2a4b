/// What kind of thing an address of the station is.
struct StationAddress {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Whether it is for programs: the answer to one who is not logged in is an error, no page.
  var isInterface: Bool {
    let first = path.split(separator: "/", maxSplits: 1).first ?? ""
    return ["api", "metrics", "health", "ready", "n5g-eir-eic"].contains(first)
  }

  /// Whether anybody may ask for it.
  var isOpen: Bool {
    let parts = path.split(separator: "/")
    return switch parts.count {
    case 1: ["health", "ready", "login", "favicon.ico"].contains(parts[0])
    case 3 where parts[..<2] == ["api", "v1"]: parts[2] == "openapi.json"
    default: parts.first == "assets"
    }
  }
}
