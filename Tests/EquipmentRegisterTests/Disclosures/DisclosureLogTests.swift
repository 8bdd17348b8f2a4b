import Foundation
import IMEI
import Testing

@testable import EquipmentRegister

@Suite("Disclosure log")
struct DisclosureLogTests {
  private let scratch: ScratchFolder
  private let question: RegisterQuestion
  private let address: RegisterAddress
  private let purpose: DisclosurePurpose

  init() throws {
    scratch = try ScratchFolder()
    question = try #require(RegisterQuestion(IdentifierInput.parse("35693803564380")))
    address = try RegisterAddress("https://eir.example")
    purpose = try DisclosurePurpose("p")
  }

  @Test func fileAndFolderAreForTheUserAlone() async throws {
    let path = scratch.path("home/deep/log.jsonl")
    let log = try DisclosureLog(path: path)
    _ = try await log.noteQuestion(question, to: address, purpose: purpose)
    func rights(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try rights(path) == 0o600)
    #expect(try rights(scratch.path("home/deep")) == 0o700)
  }

  @Test func whatStandsInTheLogStays() async throws {
    for purpose in try [DisclosurePurpose("first"), DisclosurePurpose("second")] {
      let log = try DisclosureLog(path: scratch.path("log.jsonl"))
      _ = try await log.noteQuestion(question, to: address, purpose: purpose)
    }
    #expect(
      try scratch.objects("log.jsonl").map { $0["purpose"] as? String } == ["first", "second"])
  }

  @Test func aTornLastLineCostsNoOther() async throws {
    let file = scratch.url.appending(path: "log.jsonl")
    try Data(#"{"event":"asked","pei":"im"#.utf8).write(to: file)
    let log = try DisclosureLog(path: file.path)
    _ = try await log.noteQuestion(question, to: address, purpose: purpose)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[1].contains(#""pei":"imei-356938035643809""#))
    #expect(lines[1].contains(#""checkDigitDerived":true"#))
  }

  @Test func textOfThePurposeCannotMakeALineOfItsOwn() async throws {
    let log = try DisclosureLog(path: scratch.path("log.jsonl"))
    _ = try await log.noteQuestion(
      question, to: address,
      purpose: DisclosurePurpose("a\n{\"event\":\"asked\"}\u{1B}[2J\u{2028}b"))
    let text = try String(contentsOfFile: scratch.path("log.jsonl"), encoding: .utf8)
    #expect(text.split(whereSeparator: \.isNewline).count == 1)
    #expect(!text.contains("\u{1B}"))
  }

  @Test(arguments: ["/dev/null", "/dev/full", "/"])
  func whatKeepsNothingIsNoLog(path: String) {
    let error = #expect(throws: EquipmentRegisterError.self) { try DisclosureLog(path: path) }
    #expect(error?.code == .logUnwritable)
  }

  @Test func aPipeIsNoLog() throws {
    let path = scratch.path("pipe")
    try #require(mkfifo(path, 0o600) == 0)
    #expect(throws: EquipmentRegisterError.self) { try DisclosureLog(path: path) }
  }

  @Test func twoLogsOnOneFileMixNoLines() async throws {
    let logs = try (0..<4).map { _ in try DisclosureLog(path: scratch.path("log.jsonl")) }
    let (question, address, purpose) = (question, address, purpose)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for log in logs {
        group.addTask {
          for _ in 0..<50 {
            _ = try await log.noteQuestion(question, to: address, purpose: purpose)
          }
        }
      }
      try await group.waitForAll()
    }
    let lines = try scratch.objects("log.jsonl")
    #expect(lines.count == 200)
    #expect(Set(lines.compactMap { $0["id"] as? String }).count == 200)
  }
}
