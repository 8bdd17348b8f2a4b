import Foundation
import Testing

@testable import EquipmentRegister

@Suite("Responder")
struct EquipmentStatusResponderTests {
  private let source = TableSource(["35693803564380": .listed(.prohibited)])
  private var responder: EquipmentStatusResponder<TableSource> { .init(source: source) }

  @Test(arguments: [
    "pei=imei-35693803564380", "pei=imei-356938035643809", "pei=imei-356938035643800",
    "pei=imei-3569380356438012", "pei=imeisv-3569380356438012",
  ])
  func equipmentIsMatchedOnFourteenDigitsHoweverManyAreAsked(query: String) async {
    #expect(await responder.ask("?\(query)").object["status"] as? String == "BLACKLISTED")
  }

  @Test func notListedIsAnsweredAsTheOperatorWants() async {
    let willing = EquipmentStatusResponder(source: source, notListed: .permitted)
    let response = await willing.ask("?pei=imei-490154203237518")
    #expect(response.status == 200)
    #expect(response.object["status"] as? String == "WHITELISTED")
    let address = await willing.ask("?pei=mac-00-11-22-33-44-55")
    #expect(address.cause == "ERROR_EQUIPMENT_UNKNOWN")
    #expect(await willing.ask("?pei=imei-1").status == 400)
  }

  @Test(arguments: [
    "/", "", "/n5g-eir-eic/v1/equipment-status/", "/n5g-eir-eic/v2/equipment-status",
    "//n5g-eir-eic/v1/equipment-status", "/n5g-eir-eic/v1/../v1/equipment-status",
    "/n5g-eir-eic/v1/equipment%2Dstatus", "/n5g-eir-eic/v1/equipment-status#", "*", "?pei=x",
    "/N5G-EIR-EIC/v1/equipment-status", "/n5g-eir-eic/v1/equipment-status%3Fpei=x",
  ])
  func noOtherPathIsThere(path: String) async {
    let response = await responder.respond(
      to: EquipmentStatusRequest(method: "GET", target: path + "?pei=imei-356938035643809"))
    #expect(response.status == 404)
    #expect(response.cause == "RESOURCE_URI_STRUCTURE_NOT_FOUND")
    #expect(source.questions == 0)
  }

  @Test func theAbsoluteFormOfProxiesIsTaken() async {
    let response = await responder.respond(
      to: EquipmentStatusRequest(
        method: "GET",
        target: "HTTP://a:80/n5g-eir-eic/v1/equipment-status?pei=imei-356938035643809"))
    #expect(response.status == 200)
  }

  @Test func itServesWhatIsBelowItsPrefixAndNothingElse() {
    #expect(responder.serves("/n5g-eir-eic/v1/equipment-status?pei=1"))
    #expect(responder.serves("/n5g-eir-eic/"))
    #expect(!responder.serves("/health"))
    #expect(!responder.serves("/n5g-eir-eicx/v1"))
    #expect(!responder.serves("/?/n5g-eir-eic/"))
  }

  @Test(arguments: [
    "%", "pei=%", "pei=imei-%00356938035643809", "pei=imei-356938035643809%0D%0AX-Evil:1",
    "pei=%3Cscript%3Ealert(1)%3C/script%3E", "p%65i=%FF%FE", "%FF=1&pei=imei-356938035643809",
    "%0d%0a=1&pei=imei-1", "pei[]=imei-356938035643809", "pei=imei-356938035643809;pei=x",
    "pei=imei-356938035643809&pei=imei-490154203237518", "pei==imei-356938035643809",
    "pei=imei-%EF%BC%93%EF%BC%95693803564380", "pei=imei-\u{663}56938035643809",
    "pei=\"};{\"status\":\"WHITELISTED", "supi=\u{1F600}\u{202E}", "?pei=imei-356938035643809",
    "pei=imei-356938035643809&gpsi=" + String(repeating: "9", count: 513),
    "pei=" + String(repeating: "%39", count: 2_000),
    String(repeating: "a=1&", count: 40) + "pei=imei-356938035643809",
  ])
  func hostileQueriesAreRefusedAndNothingOfThemComesBack(query: String) async {
    let response = await responder.ask("?\(query)")
    #expect(response.status == 400)
    let body = String(decoding: response.body, as: UTF8.self)
    #expect(response.object["title"] as? String == "Bad Request")
    for piece in ["script", "Evil", "\u{202E}", "3569380", "3335", "999", "WHITE", "a=1"] {
      #expect(!body.contains(piece))
    }
    #expect(response.headers.allSatisfy { !$0.value.contains("\r") && !$0.value.contains("Evil") })
    #expect(source.questions == 0)
  }

  @Test func aTargetThatIsTooLongIs414() async {
    let limit = EquipmentStatusResponder<TableSource>.maximumTargetLength
    let start = "/n5g-eir-eic/v1/equipment-status?pei=imei-356938035643809&x="
    func status(_ length: Int) async -> Int {
      await responder.respond(
        to: EquipmentStatusRequest(
          method: "GET",
          target: start + String(repeating: "x", count: length - start.utf8.count))
      ).status
    }
    #expect(await status(limit) == 200)
    #expect(await status(limit + 1) == 414)
  }

  @Test func randomBytesNeverGetAnAnswerThatIsNotTheStandards() async {
    var generator = SystemRandomNumberGenerator()
    let signs = Array("pei=m&%0123456789abcdefs-;?/#+.\u{0}\u{7F}\u{E9}\u{661}".unicodeScalars)
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        text.append(signs.randomElement(using: &generator) ?? "a")
      }
      let response = await responder.ask("?" + String(text))
      #expect([400, 404].contains(response.status))
    }
  }

  @Test func answersMayNotBeKept() async {
    for query in ["?pei=imei-356938035643809", "?pei=imei-490154203237518", "?pei=1"] {
      let response = await responder.ask(query)
      #expect(response.header("cache-control") == "no-store")
      #expect(response.header("server") == "5G_EIR")
    }
  }
}
