import Foundation
import Intake
import IntakeTestSupport
import Testing

@Suite struct CropReplyTests {
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 7]

  private func reply(crops: [[UInt8]?]) -> WorkerReply {
    var result = PhotoResult.sample
    result.readings = crops.map { png in
      var reading = PhotoResult.sample.readings[0]
      reading.cropPNG = png
      return reading
    }
    return .photo(id: .number(1), result)
  }

  private func line(_ reply: WorkerReply) throws -> String {
    String(decoding: try OrderedJSONEncoder().encode(reply), as: UTF8.self)
  }

  private func decode(_ line: String) throws -> WorkerReply {
    try JSONDecoder().decode(WorkerReply.self, from: Data(line.utf8))
  }

  @Test func cropsTravelBesideThePhotoAndAreNoPartOfIt() throws {
    let reply = reply(crops: [Self.png, nil, Self.png])
    let text = try line(reply)
    let base64 = Data(Self.png).base64EncodedString()
    #expect(text.hasSuffix(#""crops":["\#(base64)",null,"\#(base64)"]}"#))
    guard case .photo(_, let result) = try decode(text) else {
      Issue.record("no photo: \(text)")
      return
    }
    #expect(result.readings.map(\.cropPNG) == [Self.png, nil, Self.png])
    #expect(!String(decoding: try result.json(), as: UTF8.self).contains(base64))
  }

  @Test func anAnswerWithoutCropsIsAsItWas() throws {
    #expect(try !line(reply(crops: [nil])).contains(#""crops""#))
  }

  @Test(arguments: [
    "[]", "[null,null]", #"["!"]"#, #"["AAAA"]"#, "[7]", #""x""#,
    #"["\#(Data(png + [UInt8](repeating: 0, count: 200_000)).base64EncodedString())"]"#,
  ])
  func cropsThatAreNoneAreNoAnswer(crops: String) throws {
    let text = try line(reply(crops: [nil])).dropLast() + #","crops":\#(crops)}"#
    #expect(throws: DecodingError.self) { try decode(String(text)) }
  }

  @Test func aJobAsksForThem() throws {
    let job = WorkerJob(id: .number(7), path: PhotoPath("a.jpg"), wantsCrops: true)
    let bytes = try OrderedJSONEncoder().encode(job)
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"id":7,"path":"a.jpg","crops":true}"#)
    #expect(try JSONDecoder().decode(WorkerJob.self, from: Data(bytes)) == job)
  }
}
