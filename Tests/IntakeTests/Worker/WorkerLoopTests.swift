import Foundation
import Intake
import Testing

@Suite struct WorkerLoopTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func run(_ input: String) throws -> [String] {
    let (lines, status) = try FixtureProcess.run(["plain-worker"], input: input, in: folder.path)
    #expect(status == 0)
    return lines
  }

  private func reply(_ line: String?) throws -> WorkerReply {
    try JSONDecoder().decode(WorkerReply.self, from: Data((line ?? "").utf8))
  }

  @Test func eachJobHasOneAnswerInOrder() throws {
    for number in 1...3 { try folder.write(to: "\(number).jpg") }
    let lines = try run(
      (1...3).map { #"{"id":\#($0),"path":"\#($0).jpg"}"# }.joined(separator: "\n"))
    #expect(lines.count == 3)
    for (index, line) in lines.enumerated() {
      guard case .photo(let id, let result) = try reply(line) else {
        Issue.record("no photo: \(line)")
        continue
      }
      #expect(id == .number(index + 1))
      #expect(result.file == "\(index + 1).jpg")
      #expect(result.sha256 == PhotoInput(path: result.path, bytes: Array("x".utf8)).sha256)
    }
  }

  @Test func aLineThatIsNoJobIsAnsweredAndChangesNothing() throws {
    try folder.write(to: "a.jpg")
    let long = String(repeating: "x", count: (1 << 20) + 1)
    let lines = try run("nonsense\n\n\(long)\n{\"id\":1,\"path\":\"a.jpg\"}\n\u{FFFD}{]\r\n")
    #expect(lines.count == 4)
    guard case .badLine(1, "Line 1 is no job.", _) = try reply(lines.first),
      case .badLine(3, "Line 3 is longer than 1048576 bytes.", _) = try reply(
        lines.dropFirst().first),
      case .photo(.number(1), _) = try reply(lines.dropFirst(2).first),
      case .badLine(5, _, _) = try reply(lines.last)
    else {
      Issue.record("\(lines)")
      return
    }
  }

  @Test func aPhotoThatCannotBeOpenedIsRefused() throws {
    try folder.makeFolder("folder.jpg")
    try folder.write([], to: "empty.jpg")
    let lines = try run(
      ["gone.jpg", "folder.jpg", "empty.jpg", "/dev/zero"].map {
        #"{"id":1,"path":"\#($0)"}"# + "\n"
      }
      .joined())
    let reasons = try lines.map { line -> String? in
      guard case .photo(_, let result) = try reply(line), result.status == .refused else {
        return nil
      }
      return result.reason
    }
    #expect(
      reasons == [
        "The file is not there.", "The path is a folder, not a photo file.", "The file is empty.",
        "The path is a device, not a photo file.",
      ])
  }

  @Test func aLibraryThatPrintsDoesNotSpoilTheAnswers() throws {
    try folder.write(Array("print".utf8), to: "a.jpg")
    let lines = try run(String(repeating: "{\"id\":1,\"path\":\"a.jpg\"}\n", count: 3))
    #expect(lines.count == 3)
    for line in lines { #expect(throws: Never.self) { try reply(line) } }
  }

  @Test func noInputIsNoError() throws {
    #expect(try run("") == [])
  }
}
