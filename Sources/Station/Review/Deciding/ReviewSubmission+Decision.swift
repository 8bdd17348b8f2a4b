internal import CaseFile
internal import HTTPTypes
internal import IMEI

extension ReviewSubmission {
  /// The longest time on screen that is believed, in seconds.
  static let longest = 86_400.0

  /// What the case is told, for an item of this kind.
  ///
  /// - Throws: ``Problem``: 400 without a number where one is needed, 409 for what the kind does not allow.
  func decision(on kind: ReviewKind) throws -> Decision.Act {
    switch (kind, act) {
    case (.confirm, .accept): return .accept
    case (.confirm, .correct): return .correct(try digits())
    case (.blind, .key): return .key(try digits())
    case (.confirm, .unreadable), (.blind, .unreadable): return .unreadable
    case (.settle, .settle): return .settle(imei == nil ? nil : try digits())
    case (.settle, .unreadable): return .settle(nil)
    case (.confirm, _):
      throw Problem(
        .conflict, "notBlind", "This reading was shown; it cannot be keyed blind.",
        cure: "Accept or correct it.")
    case (.blind, _):
      throw Problem(
        .conflict, "keyedBlind", "This number is keyed without seeing any reading of it.",
        cure: "Key the digits, or say that they cannot be read.")
    case (.settle, _):
      throw Problem(
        .conflict, "toSettle", "Two people differ on this number, and a third settles it.",
        cure: "Settle it with the digits that stand there, or without any.")
    }
  }

  private func digits() throws -> String {
    guard let imei, imei.utf8.count <= 64, let found = IdentifierInput.parse(imei).imei else {
      throw Problem(
        .badRequest, "badIMEI", "The number is no IMEI.",
        cure: "Give the 15 digits as they stand in the picture, or 14 without the check digit.")
    }
    return found.digits
  }

  /// The time on screen in whole milliseconds, when it can be one.
  var milliseconds: Int64? {
    guard let seconds, seconds.isFinite, (0...Self.longest).contains(seconds) else { return nil }
    return Int64((seconds * 1_000).rounded())
  }
}

extension Problem {
  /// An item that the person does not have.
  static var unknownItem: Problem {
    Problem(
      .notFound, "itemUnknown", "You have no such item.",
      cure: "Fetch the next ones; what you had comes again.")
  }

  /// An item that is not what it was when it was handed out.
  static var itemMoved: Problem {
    Problem(
      .conflict, "itemMoved",
      "Somebody else decided on this number meanwhile, or it was read anew.",
      cure: "Fetch the next ones.")
  }

  /// An item that another person has in hand.
  static var itemClaimed: Problem {
    Problem(
      .conflict, "itemClaimed", "You had this item for too long, and somebody else has it now.",
      cure: "Fetch the next ones.")
  }
}
