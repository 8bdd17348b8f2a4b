import Foundation
import Testing

@testable import EquipmentRegister

@Suite("Reading a register's response")
struct ResponseReaderTests {
  private func read(
    _ http: Int, _ body: String, type: String? = "application/json"
  ) -> RegisterAnswer {
    ResponseReader.answer(http: http, contentType: type, body: Data(body.utf8))
  }

  @Test(arguments: [
    ("WHITELISTED", RegisterAnswer.State.notFlagged), ("BLACKLISTED", .flagged),
    ("GREYLISTED", .flagged),
  ])
  func aStatusIsShownInTheRegistersWordAndTheKits(word: String, state: RegisterAnswer.State) {
    let answer = read(200, #"{"status":"\#(word)","more":[1]}"#)
    #expect(answer.state == state)
    #expect(answer.status?.rawValue == word)
    #expect(answer.explanation.contains("the register says: \(word)"))
  }

  @Test(arguments: [
    "", "{}", "null", "[]", #"{"status":"CLEAN"}"#, #"{"status":"blacklisted"}"#,
    #"{"status":null}"#, #"{"status":["BLACKLISTED"]}"#, #"{"status":"BLACKLISTED"#,
    "<html>WHITELISTED</html>", "\u{0}", #"{"Status":"WHITELISTED"}"#, "\"WHITELISTED\"",
    String(repeating: "[", count: 60_000),
  ])
  func a200ThatIsNoAnswerIsNotChecked(body: String) {
    let answer = read(200, body)
    #expect(answer.state == .notChecked)
    #expect(answer.status == nil)
    #expect(answer.explanation.hasPrefix("Not checked"))
  }

  @Test func aRegisterThatDoesNotKnowThePhoneSaysUnknown() {
    let answer = read(
      404, #"{"status":404,"cause":"ERROR_EQUIPMENT_UNKNOWN"}"#,
      type: "application/problem+json; charset=utf-8")
    #expect(answer.state == .unknown)
    #expect(answer.cause == "ERROR_EQUIPMENT_UNKNOWN")
    #expect(read(404, #"{"title":"x"}"#, type: "application/problem+json").state == .unknown)
    #expect(
      read(404, #"{"cause":"ERROR_EQUIPMENT_UNKNOWN"}"#, type: "application/json").state == .unknown
    )
  }

  @Test(
    arguments: [
      ("<h1>Not Found</h1>", "text/html"), (#"{"error":"Not Found"}"#, "application/json"),
      (#"{"cause":"RESOURCE_URI_STRUCTURE_NOT_FOUND"}"#, "application/problem+json"), ("", nil),
    ] as [(String, String?)])
  func a404ThatSpeaksOfTheAddressIsNotChecked(body: String, type: String?) {
    #expect(read(404, body, type: type).state == .notChecked)
  }

  @Test(arguments: [204, 301, 307, 308, 400, 401, 403, 406, 414, 429, 500, 502, 503, 599])
  func anyOtherStatusIsNotChecked(http: Int) {
    let answer = read(
      http, #"{"status":"WHITELISTED","title":"No"}"#, type: "application/problem+json")
    #expect(answer.state == .notChecked)
    #expect(answer.httpStatus == http)
    #expect(answer.explanation.contains("HTTP \(http)"))
  }

  @Test func whatTheRegisterSaysOfAProblemIsShownWithoutItsControlCharacters() {
    let answer = read(
      403,
      #"{"title":"No\u001b[2J","detail":"\u202egone\r\nX","cause":"\#(String(repeating: "A", count: 5_000))"}"#,
      type: "application/problem+json")
    #expect(answer.explanation.contains(#"No\u{1B}[2J"#))
    #expect(answer.explanation.contains(#"\u{202E}gone\r\nX"#))
    #expect(answer.explanation.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    #expect(answer.explanation.count < 700)
    #expect((answer.cause?.count ?? 0) < 210)
  }

  @Test func problemMembersOfAWrongTypeDoNotHideTheOthers() {
    let answer = read(
      400, #"{"title":7,"status":"x","cause":"WHY","invalidParams":3}"#,
      type: "application/problem+json")
    #expect(answer.cause == "WHY")
  }
}
