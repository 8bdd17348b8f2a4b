import BlockList
import Foundation
import IMEI
import Testing

@testable import Station

@Suite("Leads after keying")
struct ReviewLeadTests {
  private let folder: String
  private let path: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/leads-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/lists.sqlite"
    let listed = "\(MadeHaul.imei(17))\n\(MadeHaul.imei(40))\n"
    _ = try BlockListStore(path: path, mode: .readWrite).importList(
      from: .bytes(Array(listed.utf8), name: "list"), name: "Register",
      date: try ListDate("2026-11-01"), options: ImportOptions(overrides: [.conflicts]))
  }

  @Test func aListedNumberIsSaidToBeFlaggedOnceItIsKeyed() async throws {
    let fixture = try await ReviewFixture(
      [("a.jpg", [MadeReading(imei: MadeHaul.imei(17))])], lists: path)
    let ann = try await fixture.station.logIn("Ann")
    let item = try #require(try await fixture.next(ann).first)
    let keyed = try await fixture.decide(ann, item, "key", MadeHaul.imei(17))
    #expect(keyed.object["answer"] as? String == "flagged")
    let counts = keyed.object["counts"] as? [String: Int]
    #expect(counts?["waitingForOthers"] == 1)
  }

  @Test func aMisreadDigitLeadsToTheListedNumber() async throws {
    // Read as the listed number, keyed with another digit: the listed one is a lead.
    let fixture = try await ReviewFixture(
      [("a.jpg", [MadeReading(imei: MadeHaul.imei(17))])], lists: path)
    let ann = try await fixture.station.logIn("Ann")
    let item = try #require(try await fixture.next(ann).first)
    let keyed = try await fixture.decide(ann, item, "key", MadeHaul.imei(11))
    #expect(keyed.object["answer"] as? String == "notFlagged")
    #expect(keyed.object["machine"] as? String == "differs")
    let leads = try #require(keyed.object["leads"] as? [[String: Any]])
    #expect(leads.map { $0["imei"] as? String } == [MadeHaul.imei(17)])
    #expect(leads.first?["list"] as? String == "Register")
    #expect((leads.first?["formatted"] as? String)?.contains("-") == true)
  }

  @Test func confirmingBringsNoLeads() async throws {
    let fixture = try await ReviewFixture([("a.jpg", [.sure(MadeHaul.imei(11))])], lists: path)
    let ann = try await fixture.station.logIn("Ann")
    let item = try #require(try await fixture.next(ann).first)
    let accepted = try await fixture.decide(ann, item, "accept")
    #expect(accepted.object["answer"] as? String == "notFlagged")
    #expect((accepted.object["leads"] as? [Any])?.isEmpty == true)
  }
}
