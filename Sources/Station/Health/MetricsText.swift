/// Metrics in the text format of Prometheus, version 0.0.4.
struct MetricsText {
  /// A value with its labels.
  typealias Sample = (labels: [(name: String, value: String)], value: Double)

  /// The text so far.
  private(set) var text = ""

  /// Adds what may rise and fall.
  mutating func gauge(_ name: String, _ help: String, _ samples: [Sample]) {
    add(name, help, type: "gauge", samples)
  }

  /// Adds what only rises.
  mutating func counter(_ name: String, _ help: String, _ samples: [Sample]) {
    add(name, help, type: "counter", samples)
  }

  private mutating func add(_ name: String, _ help: String, type: String, _ samples: [Sample]) {
    text += "# HELP \(name) \(Self.escaped(help, quotes: false))\n# TYPE \(name) \(type)\n"
    for sample in samples {
      let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }
      text += labels.isEmpty ? name : "\(name){\(labels.joined(separator: ","))}"
      text += " \(Self.number(sample.value))\n"
    }
  }

  private static func number(_ value: Double) -> String {
    Int64(exactly: value).map { "\($0)" } ?? "\(value)"
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\"" where quotes: result += "\\\""
      default: result.append(character)
      }
    }
    return result
  }
}

extension MetricsText {
  /// Adds where the haul stands.
  mutating func add(_ haul: HaulAnswer) {
    let photos = haul.photos
    gauge(
      "imeikit_photos", "Photos of the case by status.",
      [
        ("accepted", photos.accepted), ("review", photos.review),
        ("unreadable", photos.unreadable), ("none", photos.none), ("refused", photos.refused),
      ].map { ([("status", $0.0)], Double($0.1)) })
    gauge(
      "imeikit_uploads", "Photos that were sent to the station, by state.",
      [
        ("waiting", haul.uploads.waiting), ("read", haul.uploads.read),
        ("refused", haul.uploads.refused),
      ].map { ([("state", $0.0)], Double($0.1)) })
    gauge(
      "imeikit_review_items", "Numbers that wait for a person.",
      [([], Double(haul.review.total))])
    gauge(
      "imeikit_reading_left", "Photos that wait to be read.", [([], Double(haul.reading.left))])
  }

  /// Adds what the station counts of itself.
  mutating func add(_ counts: StationMetrics.Counts) {
    counter(
      "imeikit_http_answers_total", "Answers by the class of their status.",
      (1...5).map { ([("class", "\($0)xx")], Double(counts.answers[$0] ?? 0)) })
    counter(
      "imeikit_login_failures_total", "Tokens that were not known.",
      [([], Double(counts.failedLogins))])
  }
}
