internal import HTTPTypes

extension Problem {
  /// A parameter that cannot be what it is given for.
  static func parameter(_ name: String, _ what: String, cure: String) -> Problem {
    let shown = name.visible(limit: 80)
    return Problem(
      .badRequest, "badParameter", "The parameter “\(shown)” \(what).", cure: cure,
      members: ["parameter": shown])
  }

  /// A member of the body that cannot be what it is given for.
  static func member(_ name: String, _ what: String, cure: String) -> Problem {
    Problem(
      .badRequest, "badMember", "The member “\(name)” \(what).", cure: cure,
      members: ["member": name])
  }
}
