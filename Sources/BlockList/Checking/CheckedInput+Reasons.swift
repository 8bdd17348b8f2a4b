internal import IMEI

extension CheckedInput {
  /// Sentences for a person: what the lists say, and what the number itself says.
  public var reasons: [String] {
    if case .refused(let refusal) = input.outcome { return [refusal.message, refusal.cure] }
    var reasons = [answer.explanation]
    guard let imei = input.outcome.imei else { return reasons }
    if imei.checkDigit == .differs {
      reasons.append("The check digit differs: these digits give \(imei.computedCheckDigit).")
    }
    let body = imei.reportingBody
    switch body.state {
    case .allocating: break
    case .historic: reasons.append("Reporting body \(body.code) no longer allocates.")
    case .test: reasons.append("Reporting body code \(body.code) is for test equipment.")
    case .unassigned: reasons.append("No reporting body has the code \(body.code).")
    }
    if let placeholder = imei.placeholder { reasons.append(placeholder.note) }
    return reasons
  }
}
