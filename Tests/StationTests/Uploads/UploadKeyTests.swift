import CaseFile
import HTTPTypes
import Testing

@testable import Station

@Suite("Uploads that are sent again")
struct UploadKeyTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture()
  }

  private func count() async throws -> Int {
    try await station.services.desk.use { try $0.uploads(limit: 1_000).count }
  }

  @Test func theSameRequestGetsTheSameAnswer() async throws {
    let ann = try await station.logIn("Ann Reader")
    var form = UploadForm()
    form.add("1.gif", picture("1"))
    form.add("notes.txt", Array("plain text".utf8))
    let first = try await ann.upload(form, key: "k1")
    let second = try await ann.upload(form, key: "k1")
    #expect(first.status == 202 && second.status == 202)
    #expect(first.text == second.text)
    #expect(try await count() == 1)
  }

  @Test func otherContentUnderTheSameKeyIsAConflictAndLeavesNothing() async throws {
    let ann = try await station.logIn("Ann Reader")
    #expect(try await ann.upload(picture("1"), key: "k1").status == 202)
    let others = [
      try await ann.upload(picture("2"), key: "k1"),
      try await ann.upload(picture("1"), query: "?name=other.gif", key: "k1"),
      try await ann.upload(picture("1"), query: "?name=a.gif&exhibit=AB1", key: "k1"),
    ]
    #expect(others.map(\.status) == [409, 409, 409])
    #expect(others.map(\.problem) == ["keyTaken", "keyTaken", "keyTaken"])
    #expect(try await count() == 1)
    #expect(station.originals.kept.count == 1 && station.originals.drafts.isEmpty)
  }

  @Test func aKeyIsItsSendersOwn() async throws {
    let ann = try await station.logIn("Ann Reader")
    let bob = try await station.logIn("Bob Reader")
    #expect(try await ann.upload(picture("1"), key: "k1").status == 202)
    #expect(try await bob.upload(picture("2"), key: "k1").status == 202)
    #expect(try await count() == 2)
  }

  @Test(arguments: ["", "a b", "é", String(repeating: "k", count: 129)])
  func whatIsNoKeyIsRefused(_ key: String) async throws {
    let ann = try await station.logIn("Ann Reader")
    #expect(try await ann.upload(picture(), key: key).problem == "badKey")
    #expect(try await count() == 0)
  }

  @Test func oneOfManyAtTheSameTimeIsRecordedAndAllGetItsAnswer() async throws {
    let ann = try await station.logIn("Ann Reader")
    let answers = try await withThrowingTaskGroup(of: StationAnswer.self) { group in
      for _ in 0..<20 { group.addTask { try await ann.upload(picture("1"), key: "k1") } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(answers.map(\.status)) == [202])
    #expect(Set(answers.map(\.text)).count == 1)
    #expect(try await count() == 1)
  }

  @Test func sameKeyAndOtherContentAtTheSameTimeKeepsOne() async throws {
    let ann = try await station.logIn("Ann Reader")
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<10 {
        group.addTask { try await ann.upload(picture("\(number)"), key: "k1").status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.count { $0 == 202 } == 1)
    #expect(statuses.count { $0 == 409 } == 9)
    #expect(try await count() == 1)
    #expect(station.originals.kept.count == 1)
  }

  @Test func theSameBytesTwiceAreTwoUploadsOfOnePhoto() async throws {
    let ann = try await station.logIn("Ann Reader")
    let first = try await ann.upload(picture("1"))
    let second = try await ann.upload(picture("1"), query: "?name=copy.gif")
    #expect(first.uploads.first?["isKnown"] as? Bool == false)
    #expect(second.uploads.first?["isKnown"] as? Bool == true)
    #expect(first.id != second.id)
    #expect(station.originals.kept.count == 1)
  }
}
