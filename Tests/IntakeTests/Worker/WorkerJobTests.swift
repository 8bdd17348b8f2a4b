import Foundation
import Intake
import IntakeTestSupport
import Testing

@Suite struct WorkerJobTests {
  private func job(_ line: String) throws -> WorkerJob {
    try JSONDecoder().decode(WorkerJob.self, from: Data(line.utf8))
  }

  @Test func aJobIsOneShortLine() throws {
    let plain = WorkerJob(id: .number(7), path: PhotoPath("a b.jpg"))
    #expect(
      String(decoding: try OrderedJSONEncoder().encode(plain), as: UTF8.self)
        == #"{"id":7,"path":"a b.jpg"}"#)
    let hostile = WorkerJob(id: .text("x"), path: PhotoPath(bytes: [0x61, 0xFF, 0x0A]))
    #expect(
      String(decoding: try OrderedJSONEncoder().encode(hostile), as: UTF8.self)
        == #"{"id":"x","path":"a�\n","pathBytes":"a%FF%0A"}"#)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    for bytes: [UInt8] in [[0x61], [0xFF, 0x25, 0x0A], Array("\u{2028}\"".utf8)] {
      let job = WorkerJob(id: .text("é"), path: PhotoPath(bytes: bytes))
      let line = try OrderedJSONEncoder().encode(job)
      #expect(!line.contains(0x0A))
      #expect(try JSONDecoder().decode(WorkerJob.self, from: Data(line)) == job)
    }
  }

  @Test(arguments: [
    "{}", #"{"id":1}"#, #"{"path":"a"}"#, #"{"id":1.5,"path":"a"}"#, #"{"id":1,"path":""}"#,
    #"{"id":1,"path":"a\u0000b"}"#, #"{"id":1,"path":"a","pathBytes":"%G0"}"#,
    #"{"id":null,"path":"a"}"#, #"["id"]"#,
  ])
  func anythingElseIsNoJob(line: String) {
    #expect(throws: (any Error).self) { try job(line) }
  }

  @Test func everyReplyIsReadBack() throws {
    for reply: WorkerReply in [
      .ready(.limits), .badLine(number: 3, message: "m", cure: "c"),
      .photo(id: .number(1), .refused(PhotoPath("a"), reason: "r", cure: "c")),
    ] {
      let line = try OrderedJSONEncoder().encode(reply)
      #expect(try JSONDecoder().decode(WorkerReply.self, from: Data(line)) == reply)
    }
  }
}
