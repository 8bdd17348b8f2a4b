/// How many findings of each kind there are, without the findings.
public struct FindingsTally: Hashable, Sendable {
  private struct Place: Hashable {
    let severity: Finding.Severity
    let kind: Finding.Kind
  }

  private var counts: [Place: Int] = [:]

  /// No findings yet.
  public init() {}

  /// Counts one more.
  public mutating func add(_ finding: Finding) {
    counts[Place(severity: finding.severity, kind: finding.kind), default: 0] += 1
  }

  /// How many there are of one severity.
  public func count(_ severity: Finding.Severity) -> Int {
    counts.reduce(0) { $1.key.severity == severity ? $0 + $1.value : $0 }
  }

  /// A line of totals and one for each kind; `nil` without any finding.
  public var summary: String? {
    guard !counts.isEmpty else { return nil }
    var lines = [
      "Findings over all photos: \(count(.look)) to look at, \(count(.note)) to note."
    ]
    for severity in Finding.Severity.allCases {
      for kind in Finding.Kind.allCases {
        guard let count = counts[Place(severity: severity, kind: kind)] else { continue }
        lines.append("  \(severity.rawValue)  \(kind.words): \(count)")
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension Finding.Kind {
  /// The kind in words.
  public var words: String {
    switch self {
    case .sameIMEIOnExhibits: "one IMEI on several exhibits"
    case .sameIMEIOnPhotos: "one IMEI on several photos"
    case .sameFile: "the same photo more than once"
    case .halfListedPair: "one IMEI of a device listed, the other not"
    case .makesDiffer: "two IMEIs of a device by different makers"
    case .sequence: "consecutive serials over several photos"
    case .spread: "IMEIs that stand out by their digits"
    case .pair: "neighbouring serials, probably of one device"
    }
  }

  /// The severities that findings of the kind can have.
  var severities: Set<Finding.Severity> {
    switch self {
    case .sameIMEIOnExhibits, .halfListedPair, .makesDiffer: [.look]
    case .sameIMEIOnPhotos, .pair: [.note]
    case .sameFile, .sequence, .spread: [.look, .note]
    }
  }
}
