import Foundation
import Testing

@testable import CaseFile
@testable import Station

@Suite("Where the haul stands")
struct HaulRoutesTests {
  @Test func theCountsAddUp() async throws {
    let station = try StationFixture(reference: "OP HERON/12")
    try await station.services.desk.use { file in
      let run = try file.beginRun(
        RunDetails(
          settings: RunSettings(toolVersion: "0.6.0", components: [:], values: [:]), lists: [],
          sandbox: "none", machine: "desk1"))
      let statuses = ["accepted", "accepted", "review", "unreadable", "none", "refused"]
      try file.record(
        statuses.enumerated().map { index, status in
          let sha256 = Secret.hexadecimal(Secret.digest("\(index)"))
          return RecordedPhoto(
            path: Array("/p/\(index).jpg".utf8), sha256: sha256,
            stamp: FileStamp(size: 1, modified: 1), perceptualHash: nil,
            result:
              #"{"schema":"imeikit.photo/1","file":"\#(index).jpg","sha256":"\#(sha256)","status":"\#(status)","width":1,"height":1,"readings":[],"warnings":[]}"#,
            crops: [])
        }, run: run)
      try file.endRun(run, outcome: "finished")
    }
    station.services.progress.setWaiting(3)
    let ann = try await station.logIn("Ann Reader")
    let answer = try await ann.get("/api/v1/haul")
    #expect(answer.status == 200)
    let photos = try #require(answer.object["photos"] as? [String: Int])
    #expect(photos["accepted"] == 2)
    #expect(photos["total"] == 6)
    let statuses = ["accepted", "review", "unreadable", "none", "refused"]
    #expect(photos["total"] == statuses.reduce(0) { $0 + (photos[$1] ?? -1) })
    #expect((answer.object["case"] as? [String: Any])?["reference"] as? String == "OP HERON/12")
    let reading = try #require(answer.object["reading"] as? [String: Any])
    #expect(reading["left"] as? Int == 3)
    #expect(reading["running"] as? Bool == true)
    // What cannot be said is null, not left out.
    #expect(reading["rate"] is NSNull)
    let head = try #require(answer.object["head"] as? [String: Any])
    #expect((head["code"] as? String)?.count == 19)
    #expect((answer.object["lists"] as? [String: Any])?["count"] as? Int == 0)
  }

  @Test func whatOnePersonHasKeyedWaitsForOthersAndIsCountedOnce() {
    var overview = HaulOverview()
    overview.review.confirm = 4
    overview.review.blind = 5
    overview.review.secondNeeded = 2
    overview.review.settle = 1
    let status = CaseStatus(
      details: CaseDetails(reference: "A"), identifier: "a", createdAt: "", closedAt: nil,
      isUnderLegalHold: false, purgedAt: nil)
    let review = HaulAnswer(status, overview).review
    #expect(review.blind == 3)
    #expect(review.waitingForOthers == 2)
    let parts = [review.confirm, review.blind, review.settle, review.waitingForOthers]
    #expect(review.total == parts.reduce(0, +))
  }

  @Test func onlyWhoIsLoggedInIsTold() async throws {
    #expect(try await StationFixture().stranger.get("/api/v1/haul").status == 401)
  }
}
