internal import BlockList
internal import IMEI

/// What there is to say of one number that was checked.
struct CheckItem: Codable, Sendable, Hashable {
  /// What was sent.
  var input: String
  /// The digits; null when it is no IMEI.
  @Nullable var imei: String?
  /// The same in groups.
  @Nullable var formatted: String?
  /// How the check digit compares.
  @Nullable var checkDigit: CheckDigitState?
  /// Who assigned it.
  @Nullable var reportingBody: ReportingBody?
  /// The first eight digits.
  @Nullable var tac: String?
  /// What the block lists say.
  var answer: BlockList.Answer
  /// Sentences for a person.
  var reasons: [String]

  init(_ checked: CheckedInput) {
    let number = checked.input.outcome.imei
    input = checked.input.text.visible(limit: CheckBody.longest)
    imei = number?.digits
    formatted = number?.formatted
    checkDigit = number?.checkDigit
    reportingBody = number?.reportingBody
    tac = number?.tac.digits
    answer = checked.answer
    reasons = checked.reasons.map { $0.visible(limit: 4_000) }
  }
}
