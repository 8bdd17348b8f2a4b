import Foundation

/// What a reader said of one picture.
public struct Answer: Sendable {
  /// Numbers given without a reservation.
  public var accepted: [String]
  /// Numbers offered to a person, each the first choice at its place.
  public var offered: [String]
  /// The status of the picture as a whole; nil when the reader has none.
  public var status: String?
  /// How sure the reader is of each number, 0–1; empty when it does not say.
  public var confidences: [String: Double]

  /// Makes an answer.
  public init(
    accepted: [String], offered: [String], status: String?, confidences: [String: Double] = [:]
  ) {
    self.accepted = accepted
    self.offered = offered
    self.status = status
    self.confidences = confidences
  }
}

/// The part of an `imeikit.photo/1` object that is scored.
struct PhotoLine: Decodable {
  struct Reading: Decodable {
    var imei: String
    var status: String
    var confidence: Double
  }

  var file: String
  var status: String
  var readings: [Reading]

  var answer: Answer {
    Answer(
      accepted: readings.filter { $0.status == "accepted" }.map(\.imei),
      offered: readings.filter { $0.status != "accepted" }.map(\.imei),
      status: status,
      confidences: Dictionary(
        readings.map { ($0.imei, $0.confidence) }, uniquingKeysWith: { max($0, $1) }))
  }
}
