public import IMEI

/// Collects photos' results one after another and says what the whole haul shows.
///
/// Memory grows with the IMEIs seen: about 50 bytes each while collecting, besides the files' names, and
/// about 200 while the findings are made.
public struct HaulFindings: Sendable {
  /// Which maker a type allocation code belongs to, by a list that the caller has.
  public typealias Makes = @Sendable (TAC) -> String?

  private let exhibits: ExhibitRule
  private let make: Makes?
  private var haul = Haul()

  /// A collector without any photo.
  ///
  /// - Parameters:
  ///   - exhibits: how a photo's file tells the exhibit it shows.
  ///   - make: the maker of a type; without it, or where it says nothing, the make in the results counts.
  public init(exhibits: ExhibitRule = .automatic, make: Makes? = nil) {
    self.exhibits = exhibits
    self.make = make
  }

  /// Takes one photo's result in; results without an IMEI leave nothing behind.
  public mutating func add(_ result: PhotoResult) {
    var exhibit: String?
    if case .named(let name) = exhibits { exhibit = name(result.path) }
    haul.add(result, exhibit: exhibit)
  }

  /// Takes one photo's result in with the exhibit that it shows; for ``ExhibitRule/given``.
  public mutating func add(_ result: PhotoResult, exhibit: String?) {
    haul.add(result, exhibit: exhibit)
  }

  /// Every finding: what a person should look at first, then by kind, then by IMEI.
  ///
  /// Of a large haul the findings take more memory than the haul; ``forEach(_:)`` keeps none.
  public func findings() -> [Finding] {
    var findings: [Finding] = []
    forEach { findings.append($0) }
    return findings
  }

  /// Calls `body` with every finding, in the order of ``findings()``, one at a time.
  public func forEach(_ body: (Finding) throws -> Void) rethrows {
    var haul = haul
    switch exhibits {
    case .automatic: haul.takeFoldersForExhibits(mostPhotos: ExhibitRule.mostPhotosOfAnExhibit)
    case .folder: haul.takeFoldersForExhibits(mostPhotos: nil)
    case .unknown, .given, .named: break
    }
    let byKey = SightingsByKey(haul)
    let devices = DevicePairs(haul)
    for severity in Finding.Severity.allCases {
      for kind in Finding.Kind.allCases where kind.severities.contains(severity) {
        func pass(_ finding: Finding) throws {
          if finding.kind == kind && finding.severity == severity { try body(finding) }
        }
        switch kind {
        case .sameIMEIOnExhibits, .sameIMEIOnPhotos: try byKey.forEachRepeat(pass)
        case .sameFile: try haul.forEachSameFile(pass)
        case .sequence: try byKey.forEachSequence(pass)
        case .spread: if let finding = byKey.spread() { try pass(finding) }
        case .halfListedPair: try devices.forEach { try devices.halfListed($0).map(pass) }
        case .pair: try devices.forEach { try devices.named($0).map(pass) }
        case .makesDiffer:
          try devices.forEach { pair in
            try devices.makesDiffer(pair) { make?($0) ?? haul.makes[$0.value] }.map(pass)
          }
        }
      }
    }
  }
}
