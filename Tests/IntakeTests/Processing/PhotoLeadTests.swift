import BlockList
import IntakeTestSupport
import Testing

@testable import Intake

@Suite("Leads of a photo") struct PhotoLeadTests {
  private let folder: TemporaryFolder
  private let store: BlockListStore

  init() throws {
    folder = try TemporaryFolder()
    store = try BlockListStore(path: folder.path.text + "/lists.sqlite", mode: .readWrite)
    _ = try store.importList(
      from: .bytes(Array("356938035643809\n356938035643803\n".utf8), name: "list"),
      name: "Register",
      date: try ListDate("2026-11-01"), options: ImportOptions(overrides: [.conflicts]))
  }

  private func reading(_ status: PhotoResult.Reading.Status) throws -> PhotoResult.Reading {
    var reading = try #require(PhotoResult.sample.readings.first)
    reading.status = status
    reading.answer = nil
    reading.alternatives = ["356938035643809", "356938035643803", "490154203237518"].map {
      PhotoResult.Alternative(imei: $0, confidence: 0.1)
    }
    try reading.addLeads(from: store)
    return reading
  }

  @Test func alternativesOfAReadingInReviewAreAskedForWhenTheirCheckDigitAgrees() throws {
    let states = try reading(.review).alternatives.map(\.answer?.state)
    #expect(states == [.flagged, nil, .notFlagged])
  }

  @Test func anAcceptedReadingHasNoLeads() throws {
    #expect(try reading(.accepted).alternatives.allSatisfy { $0.answer == nil })
  }

  /// A reading in review with these digits, doubtful at some places.
  private func doubtful(_ imei: String, at places: [Int]) throws -> PhotoResult.Reading {
    var reading = try reading(.review)
    reading.imei = imei
    reading.alternatives = []
    reading.digits = (0..<15).map { places.contains($0) ? 0.4 : 1 }
    try reading.addLeads(from: store)
    return reading
  }

  @Test func aListedNumberThatTheDoubtfulDigitsMayBeIsALead() throws {
    let leads = try doubtful("356938085643804", at: [7, 14]).leads
    #expect(leads.map(\.imei) == ["356938035643809"])
    #expect(leads.allSatisfy { (0.01..<0.5).contains($0.probability) })
    #expect(leads.first?.answer.state == .flagged)
  }

  @Test func digitsThatAreSureGiveNoLead() throws {
    #expect(try doubtful("359938085643804", at: [7, 14]).leads.isEmpty)
  }

  @Test func theNumberAsReadIsNoLeadToItself() throws {
    #expect(try doubtful("356938035643809", at: [7, 14]).leads.isEmpty)
  }

  @Test func leadsAreReadBackAsWritten() throws {
    var result = PhotoResult.sample
    #expect(!String(decoding: try result.json(), as: UTF8.self).contains("\"leads\""))
    result.readings = [try doubtful("356938085643804", at: [7, 14])]
    let json = try result.json()
    #expect(String(decoding: json, as: UTF8.self).contains(#""leads":[{"imei":"356938035643809","#))
    #expect(try PhotoResult(json: json).json() == json)
  }

  @Test func aLeadDoesNotFlagThePhoto() throws {
    var result = PhotoResult.sample
    result.readings = [try reading(.review)]
    #expect(!result.isFlagged)
  }
}
