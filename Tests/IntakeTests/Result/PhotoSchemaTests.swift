import BlockList
import Foundation
import Intake
import IntakeTestSupport
import Testing

@Suite struct PhotoSchemaTests {
  private let validator: JSONSchemaValidator

  init() throws {
    let schema = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Intake/Schema/photo-1.schema.json").standardized
    validator = try JSONSchemaValidator(schema: Data(contentsOf: schema))
  }

  @Test func outputFitsTheSchema() throws {
    var bare = PhotoResult.sample
    bare.readings[0].answer = nil
    bare.readings[0].alternatives[0].answer = nil
    bare.readings[0].tac = .init(code: "35693803")
    bare.readings[0].caption = nil
    bare.readings[0].imei = "35693803564380"
    bare.readings[0].digits.removeLast()
    bare.readings[0].digitBoxes = []
    bare.readings[0].crop = nil
    bare.readings[0].cropDigitBoxes = []
    bare.camera = .init()
    var doubtful = PhotoResult.sample
    doubtful.readings[0].leads = [
      .init(
        imei: "356938035643809", probability: 0.25,
        answer: PhotoResult.sampleAnswer(checkDigit: .agrees))
    ]
    let refused = PhotoResult.refused(PhotoPath(bytes: [0xFF]), reason: "r", cure: "c")
    for result in [PhotoResult.sample, bare, doubtful, refused] {
      #expect(try validator.findings(in: result.json()) == [])
    }
  }

  @Test func everyStatusFitsTheSchema() throws {
    for status in PhotoResult.Status.allCases {
      let result = PhotoResult(path: PhotoPath("a"), status: status)
      #expect(try validator.findings(in: result.json()) == [])
    }
    for digits in ["35693803564380", "44010203564380", "00440123564380", "12345678564380"] {
      var result = PhotoResult.sample
      result.readings[0].reportingBody = PhotoResult.sampleBody(of: digits)
      #expect(try validator.findings(in: result.json()) == [])
    }
    for checkDigit in CheckDigitComparison.allCases {
      var result = PhotoResult.sample
      result.readings[0].answer = PhotoResult.sampleAnswer(checkDigit: checkDigit)
      #expect(try validator.findings(in: result.json()) == [])
    }
    for reason in [NotCheckedReason.noListLoaded, .notAnIMEI("no digits")] {
      var result = PhotoResult.sample
      result.readings[0].answer = .notChecked(because: reason)
      #expect(try validator.findings(in: result.json()) == [])
    }
  }

  @Test(arguments: [
    (#""status":"accepted","reason""#, #""status":"clean","reason""#),
    (#""cure":null,"#, ""), (#""width":4000"#, #""width":"4000""#),
    (#""schema":"imeikit.photo/1""#, #""schema":"x""#), (#""page":1"#, #""page":0"#),
    (#""warnings":["#, #""extra":1,"warnings":["#), ("[1,2]", "[1,2,3]"),
    (#""orientation":6"#, #""orientation":9"#), (#""line":7"#, #""line":7.5"#),
    (#""crop":"bb"#, #""crop":7,"x":"bb"#), (#""crop":"bbbbbbbbbbbbbbbb-1"#, #""crop":"b"#),
    (#""digitBoxes":["#, #""digitBoxes":[[[1,2]],"#), (#""cropDigitBoxes":["#, #""box2":["#),
    (#""confidence":0.01"#, #""confidence":1.01"#), (#""model":"R5""#, #""model":5"#),
  ])
  func anObjectThatDiffersDoesNotFit(part: String, replacement: String) throws {
    let text = String(decoding: try PhotoResult.sample.json(), as: UTF8.self)
    let changed = text.replacingOccurrences(of: part, with: replacement)
    #expect(changed != text)
    #expect(try validator.findings(in: Array(changed.utf8)) != [])
  }
}
