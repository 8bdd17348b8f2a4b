/// A question in the disclosure log: one line, written before anything is sent.
struct QuestionRecord: Encodable {
  var schema = DisclosureLog.schema
  var event = "asked"
  var id: String
  var at: String
  var user: String
  var purpose: String
  var server: String
  var pei: String
  var checkDigitDerived: Bool
  var supi: String?
  var gpsi: String?

  init(
    id: String, at: String, user: String, purpose: DisclosurePurpose, server: RegisterAddress,
    question: RegisterQuestion
  ) {
    self.id = id
    self.at = at
    self.user = user
    self.purpose = purpose.text
    self.server = server.description
    pei = question.pei
    checkDigitDerived = question.hasDerivedCheckDigit
    supi = question.supi
    gpsi = question.gpsi
  }
}

/// What came of a question: one line, with the question's `id`.
struct OutcomeRecord: Encodable {
  var schema = DisclosureLog.schema
  var event = "answered"
  var id: String
  var at: String
  var http: Int?
  var state: String
  var status: String?
  var cause: String?
  var explanation: String

  init(id: String, at: String, answer: RegisterAnswer) {
    self.id = id
    self.at = at
    http = answer.httpStatus
    state = answer.state.rawValue
    status = answer.status?.rawValue
    cause = answer.cause
    explanation = answer.explanation
  }
}
