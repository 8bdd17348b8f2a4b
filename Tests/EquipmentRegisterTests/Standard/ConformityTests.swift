import Foundation
import IMEI
import Testing

@testable import EquipmentRegister

/// What 3GPP TS 29.511 (release 18) and the data types of TS 29.571 say, held against what is answered.
@Suite("Conformity with TS 29.511")
struct ConformityTests {
  private static let path = "/n5g-eir-eic/v1/equipment-status"
  private static let statuses = ["WHITELISTED", "BLACKLISTED", "GREYLISTED"]
  private static let responses: Set<Int> = [
    200, 307, 308, 400, 401, 403, 404, 406, 414, 429, 500, 502, 503,
  ]
  private nonisolated(unsafe) static let pei =
    /^(imei-[0-9]{15}|imeisv-[0-9]{16}|mac(-[0-9a-fA-F]{2}){6}(-untrusted)?|eui(-[0-9a-fA-F]{2}){8}|.+)$/

  private let responder = EquipmentStatusResponder(
    source: TableSource([
      "35693803564380": .listed(.prohibited), "49015420323751": .listed(.permitted),
      "86012345678901": .listed(.tracked),
    ]))

  @Test func pathAndParameterNamesAreTheStandards() {
    #expect(EquipmentStatusAPI.path == Self.path)
    #expect(EquipmentStatusAPI.peiParameter == "pei")
    #expect(EquipmentStatusAPI.supiParameter == "supi")
    #expect(EquipmentStatusAPI.gpsiParameter == "gpsi")
    #expect(EquipmentStatusAPI.featuresParameter == "supported-features")
  }

  @Test func statusesAreTheStandards() {
    #expect(Set(EquipmentStatus.allCases.map(\.rawValue)) == Set(Self.statuses))
  }

  @Test(arguments: [
    ("imei-356938035643809", "BLACKLISTED"), ("imeisv-3569380356438001", "BLACKLISTED"),
    ("imei-490154203237518", "WHITELISTED"), ("imei-860123456789012", "GREYLISTED"),
  ])
  func anAnswerIsAnEirResponseData(pei: String, status: String) async throws {
    let response = await responder.ask("?pei=\(pei)&supi=imsi-001010123456789&gpsi=msisdn-4930123")
    #expect(response.status == 200)
    #expect(response.header("content-type") == "application/json")
    #expect(response.object.count == 1)
    #expect(response.object["status"] as? String == status)
  }

  @Test func unknownEquipmentIs404WithProblemDetails() async {
    let response = await responder.ask("?pei=imei-111111111111111")
    #expect(response.status == 404)
    #expect(response.header("content-type") == "application/problem+json")
    #expect(response.cause == "ERROR_EQUIPMENT_UNKNOWN")
    #expect(response.object["status"] as? Int == 404)
  }

  @Test func onlyThePEIIsRequired() async {
    #expect(await responder.ask("?pei=imei-356938035643809").status == 200)
    for query in ["", "?", "?supi=imsi-001010123456789", "?gpsi=msisdn-49301234&PEI=x"] {
      let response = await responder.ask(query)
      #expect(response.status == 400)
      #expect(response.cause == "MANDATORY_QUERY_PARAM_MISSING")
      let parameters = response.object["invalidParams"] as? [[String: Any]]
      #expect(parameters?.first?["param"] as? String == "pei")
    }
  }

  @Test(arguments: [
    "?pei=imei-12345", "?pei=356938035643809", "?pei=imei-356938035643809&pei=imei-356938035643809",
    "?pei=", "?pei", "?pei=%FF", "?pei=imei-%D9%A35693803564380",
  ])
  func aPEIThatIsNoneIsAnIncorrectMandatoryParameter(query: String) async {
    let response = await responder.ask(query)
    #expect(response.status == 400)
    #expect(response.cause == "MANDATORY_QUERY_PARAM_INCORRECT")
    #expect(response.header("content-type") == "application/problem+json")
  }

  @Test(arguments: [
    "supi=", "supi=imsi-1&supi=imsi-2", "gpsi", "supported-features=xyz", "gpsi=%00", "supi=%0D%0A",
  ])
  func anOptionalParameterThatIsWrongSaysSo(query: String) async {
    let response = await responder.ask("?pei=imei-356938035643809&\(query)")
    #expect(response.status == 400)
    #expect(response.cause == "OPTIONAL_QUERY_PARAM_INCORRECT")
  }

  @Test(arguments: ["", "1", "aF09"])
  func supportedFeaturesAreHexadecimalDigits(value: String) async {
    let response = await responder.ask("?pei=imei-356938035643809&supported-features=\(value)")
    #expect(response.status == 200)
  }

  @Test func parametersThatTheStandardDoesNotKnowArePassedOver() async {
    #expect(await responder.ask("?x=1&x=2&pei=imei-356938035643809&y=%FF&&z").status == 200)
  }

  @Test func theNameOfAParameterMayBePercentEncoded() async {
    #expect(await responder.ask("?%70ei=imei%2D356938035643809").status == 200)
  }

  @Test func everythingThatIsAskedMatchesThePatternOfAPEI() throws {
    for text in ["35693803564380", "356938035643809", "3569380356438001", "01215200123456"] {
      let question = try #require(RegisterQuestion(IdentifierInput.parse(text)))
      let match = try #require(question.pei.wholeMatch(of: Self.pei))
      let digits = question.pei.split(separator: "-").last?.count
      #expect(digits == (match.output.1.hasPrefix("imeisv") ? 16 : 15))
    }
  }

  @Test func theQuestionIsAGETWithTheParametersInTheQuery() throws {
    let address = try RegisterAddress("https://eir.example/root/")
    let question = try #require(
      RegisterQuestion(
        IdentifierInput.parse("356938035643809"), supi: "imsi-001010123456789",
        gpsi: "extid-a b@x&y=z"))
    let url = address.url(for: question)
    #expect(
      url == "https://eir.example/root\(Self.path)?pei=imei-356938035643809"
        + "&supi=imsi-001010123456789&gpsi=extid-a%20b%40x%26y%3Dz")
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "FROB"])
  func noOtherMethodIsThere(method: String) async {
    let response = await responder.respond(
      to: EquipmentStatusRequest(method: method, target: Self.path + "?pei=imei-356938035643809"))
    #expect(response.status == 405)
    #expect(response.header("allow") == "GET, HEAD")
  }

  @Test(
    arguments: [
      (nil, 200), ("*/*", 200), ("application/json", 200), ("application/*;q=0.1", 200),
      ("text/html, application/json", 200), ("application/problem+json, application/json", 200),
      ("text/html", 406), ("application/json;q=0", 406), ("application/json; q=0.0, */*", 406),
      ("text/html, */*;q=0", 406), ("APPLICATION/JSON", 200), ("", 200), (",,;", 406),
    ] as [(String?, Int)])
  func anAskerWhoTakesNoJSONGets406(accept: String?, status: Int) async {
    let response = await responder.ask("?pei=imei-356938035643809", accept: accept)
    #expect(response.status == status)
    #expect(Self.responses.contains(status))
  }

  @Test func listsThatCannotBeAskedAre500AndListsThatAreNotThere503() async {
    let broken = await EquipmentStatusResponder(source: TableSource(isBroken: true))
      .ask("?pei=imei-356938035643809")
    #expect(broken.status == 500)
    #expect(broken.cause == "SYSTEM_FAILURE")
    let absent = await EquipmentStatusResponder(
      source: TableSource(["35693803564380": .unavailable])
    ).ask("?pei=imei-356938035643809")
    #expect(absent.status == 503)
    #expect(absent.header("retry-after") == "60")
  }
}
