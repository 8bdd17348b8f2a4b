import Foundation
import Intake
import IntakeTestSupport
import Testing

@Suite struct PhotoResultTests {
  private func text(_ result: PhotoResult) throws -> String {
    String(decoding: try result.json(), as: UTF8.self)
  }

  @Test func everyKeyOfARefusedPhotoIsThereAndNullWhereNothingIsKnown() throws {
    let refused = PhotoResult.refused(PhotoPath("a.jpg"), reason: "r", cure: "c")
    #expect(
      try text(refused)
        == #"{"schema":"imeikit.photo/1","file":"a.jpg","fileBytes":null,"sha256":null,"#
        + #""status":"refused","reason":"r","cure":"c","width":null,"height":null,"#
        + #""orientation":null,"pages":null,"perceptualHash":null,"camera":null,"readings":[],"others":[],"#
        + #""milliseconds":{"decode":null,"locate":null,"read":null},"warnings":[]}"#)
  }

  @Test func aFullResultIsWrittenInTheOrderOfTheSchema() throws {
    let list =
      #"{"name":"Customs","date":"2026-11-01","sha256":"\#(String(repeating: "a", count: 64))","#
      + #""kind":"block"}"#
    let answer =
      #"{"state":"flagged","matches":[{"list":\#(list),"listed":"356938035643809","#
      + #""checkDigit":"agrees","reason":"stolen","date":"2026-10-30","reference":null,"#
      + #""reportedBy":null,"history":[],"removed":null,"line":7}],"removed":[],"allowed":[],"#
      + #""lists":[\#(list)],"notCheckedBecause":null}"#
    let digits = Array(repeating: "1", count: 14).joined(separator: ",") + ",0.75"
    let places = (0..<15).map { index in
      let (left, right) = (1 + 2 * index, 3 + 2 * index)
      return "[[\(left),2],[\(right),2],[\(right),9],[\(left),9]]"
    }.joined(separator: ",")
    let cropPlaces = (0..<15).map { index in
      let (left, right) = (10 + 8 * index, 18 + 8 * index)
      return "[[\(left),10],[\(right),10],[\(right),38],[\(left),38]]"
    }.joined(separator: ",")
    let reading =
      #"{"imei":"356938035643809","formatted":"35-693803-564380-9","sv":"01","#
      + #""status":"accepted","reasons":[],"checkDigit":"agrees","reportingBody":{"code":"35","#
      + #""name":"TÜV SÜD BABT","state":"allocating"},"tac":{"code":"35693803","make":"Nokia","#
      + #""model":"3310","list":\#(list)},"sources":["ocr.tesseract","barcode.code128"],"#
      + #""confidence":0.9998,"digits":[\#(digits)],"caption":"IMEI 1","slot":1,"page":1,"#
      + #""box":[[1,2],[30,2],[30,9],[1,9]],"digitBoxes":[\#(places)],"#
      + #""crop":"bbbbbbbbbbbbbbbb-1.png","cropDigitBoxes":[\#(cropPlaces)],"alternatives":[{"imei":"356938035643803","#
      + #""confidence":0.01,"answer":\#(answer)}],"answer":\#(answer),"#
      + #""flags":["historicReportingBody"]}"#
    let expected =
      #"{"schema":"imeikit.photo/1","file":"haul/AB1.jpg","fileBytes":null,"#
      + #""sha256":"\#(String(repeating: "b", count: 64))","status":"accepted","reason":null,"#
      + #""cure":null,"width":4000,"height":3000,"orientation":6,"pages":1,"perceptualHash":"0123456789abcdef","#
      + #""camera":{"#
      + #""time":"2026-11-21T10:20:30+00:00","make":"Canon","model":"R5"},"readings":[\#(reading)],"#
      + #""others":[{"kind":"iccid","value":"8944110064563948217"}],"#
      + #""milliseconds":{"decode":12.35,"locate":20,"read":30.5},"#
      + #""warnings":["No TAC list is loaded."]}"#
    #expect(try text(.sample) == expected)
  }

  @Test func whatIsReadBackIsWrittenTheSame() throws {
    for result in [
      PhotoResult.sample, .refused(PhotoPath(bytes: [0x61, 0xFF]), reason: "", cure: ""),
    ] {
      let line = try result.json()
      let back = try PhotoResult(json: line)
      #expect(try back.json() == line)
      #expect(back.path == result.path)
      #expect(try PhotoResult(json: back.json()) == back)
    }
  }

  @Test(arguments: ["", "{}", "[]", "null", #"{"schema":"imeikit.photo/2"}"#, "\u{0}", "{"])
  func anythingElseIsBadInput(line: String) {
    #expect { try PhotoResult(json: line.utf8) } throws: { ($0 as? IntakeError)?.code == .badInput }
  }

  @Test func aConfidenceThatIsNotANumberIsWrittenAsNothing() throws {
    var result = PhotoResult.sample
    result.readings[0].confidence = .nan
    result.readings[0].digits[0] = -0.000_01
    #expect(try text(result).contains(#""confidence":0,"digits":[0,1,"#))
  }

  @Test func aPointOutOfRangeIsBroughtIntoRange() {
    #expect(PhotoResult.Point(x: .nan, y: .infinity) == PhotoResult.Point(x: 0, y: 1_000_000))
    #expect(PhotoResult.Point(x: 1.5, y: -0.4) == PhotoResult.Point(x: 2, y: 0))
  }

  @Test func aFlaggedReadingFlagsThePhotoAndALeadDoesNot() {
    var result = PhotoResult.sample
    #expect(result.isFlagged)
    result.readings[0].answer = nil
    #expect(!result.isFlagged)
  }
}
