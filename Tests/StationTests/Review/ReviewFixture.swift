import BlockList
import CaseFile
import Foundation
import Synchronization

@testable import Station

/// A station with a haul in it, at a time that the test sets.
final class ReviewFixture: Sendable {
  let station: StationFixture
  let time: TestTime

  init(
    _ photos: [(name: String, readings: [MadeReading])] = [], lists: String? = nil
  ) async throws {
    let now = TestTime()
    station = try StationFixture(lists: lists) { services in
      services.review = ReviewDesk(
        desk: services.desk, events: services.events, listStorePath: { lists },
        clock: { now.date })
    }
    time = now
    if !photos.isEmpty { try await record(photos) }
  }

  @discardableResult
  func record(_ photos: [(name: String, readings: [MadeReading])]) async throws -> [String] {
    let photos = SendableBox(photos)
    return try await station.services.desk.use { try MadeHaul.record(photos.value, in: $0) }
  }

  /// A person's next items.
  func next(
    _ visitor: StationVisitor, _ count: Int = 1, skip: [String] = [], kinds: [String]? = nil
  ) async throws -> [[String: Any]] {
    var body: [String: Any] = ["count": count, "skip": skip]
    if let kinds { body["kinds"] = kinds }
    return try await visitor.post("/api/v1/review/next", json: body).items
  }

  /// Decides on an item.
  func decide(
    _ visitor: StationVisitor, _ item: [String: Any], _ act: String, _ imei: String? = nil,
    confirm: Bool? = nil
  ) async throws -> StationAnswer {
    var body: [String: Any] = [
      "act": act, "version": item["version"] as? String ?? "", "seconds": 2.5,
    ]
    if let imei { body["imei"] = imei }
    if let confirm { body["confirm"] = confirm }
    return try await visitor.post(
      "/api/v1/review/items/\(item["id"] as? String ?? "")", json: body)
  }
}

/// Made before it is handed over, and changed no more.
struct SendableBox<Value>: @unchecked Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}

/// A time that stands still until it is moved.
final class TestTime: Sendable {
  private let seconds = Mutex(0.0)

  var date: Date {
    Date(timeIntervalSince1970: 1_800_000_000 + seconds.withLock { $0 })
  }

  func pass(_ seconds: Double) { self.seconds.withLock { $0 += seconds } }
}
