import Foundation
import Imaging
import IntakeTestSupport
import Testing

@testable import Intake

@Suite("Previews") struct PreviewTests {
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 7]

  @Test func aPreviewTravelsBesideThePhotoAndIsNoPartOfIt() throws {
    var result = PhotoResult.sample
    result.previewPNG = Self.png
    let line = try OrderedJSONEncoder().encode(WorkerReply.photo(id: .number(1), result))
    guard case .photo(_, let back) = try JSONDecoder().decode(WorkerReply.self, from: Data(line))
    else {
      Issue.record("no photo")
      return
    }
    #expect(back.previewPNG == Self.png)
    #expect(try back.json() == PhotoResult.sample.json())
  }

  @Test(arguments: ["7", "[]", #""!""#, #""AAAA""#])
  func whatIsNoPictureIsNoAnswer(preview: String) throws {
    let line = try OrderedJSONEncoder().encode(WorkerReply.photo(id: .number(1), .sample))
    let text = String(decoding: line, as: UTF8.self).dropLast() + #","preview":\#(preview)}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(WorkerReply.self, from: Data(text.utf8))
    }
  }

  @Test func aJobAsksForOneWithinBounds() throws {
    let job = WorkerJob(id: .number(7), path: PhotoPath("a.heic"), previewSide: 1_600)
    let bytes = try OrderedJSONEncoder().encode(job)
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"id":7,"path":"a.heic","preview":1600}"#)
    #expect(try JSONDecoder().decode(WorkerJob.self, from: Data(bytes)) == job)
    for side in [0, -1, 5_000] {
      let text = #"{"id":7,"path":"a.heic","preview":\#(side)}"#
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(WorkerJob.self, from: Data(text.utf8))
      }
    }
  }

  @Test(arguments: [(4_000, 1_000, 1_600, 1_600, 400), (300, 200, 1_600, 300, 200)])
  func theLongestSideIsAsAskedForAndNothingIsEnlarged(
    width: Int, height: Int, side: Int, wide: Int, high: Int
  ) throws {
    let image = GrayImage(width: width, height: height)
    let preview = try Preview(of: image, side: side)
    let header = try ImageDecoder(limits: ImageLimits()).header(of: preview.bytes)
    #expect(header.width == wide)
    #expect(header.height == high)
  }
}
