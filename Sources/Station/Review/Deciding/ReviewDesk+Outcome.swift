internal import BlockList
internal import IMEI
internal import Intake

extension ReviewDesk {
  /// What can be said of a number once it is keyed: how it compares, and what is listed near it.
  func outcome(
    of keyed: IMEI?, _ material: ReviewMaterial?, isBlind: Bool = true
  ) async throws -> ReviewOutcome {
    var outcome = ReviewOutcome(phase: "", next: .done, counts: ReviewTally())
    guard let keyed else { return outcome }
    outcome.answer = try await answer(of: keyed)?.state.rawValue
    guard isBlind else { return outcome }
    let reading = material?.reading
    outcome.machine =
      reading.map { $0.imei == keyed.digits ? .same : .differs } ?? ReviewOutcome.Machine.none
    outcome.leads = try await asking { try await $0.leads(keyed: keyed, reading: reading) } ?? []
    return outcome
  }

  /// What the lists say of a number; nil without one.
  ///
  /// - Throws: ``Problem``.
  func answer(of number: IMEI?) async throws -> Answer? {
    guard let number else { return nil }
    return try await asking { try await $0.answer(of: number) }
      ?? .notChecked(because: .noListLoaded)
  }

  /// Asks the lists; nil when there is no store.
  private func asking<Value: Sendable>(
    _ body: @Sendable (ReviewLists) async throws -> Value
  ) async throws -> Value? {
    do {
      return try await body(lists)
    } catch let error as BlockListError {
      guard error.code == .storeMissing else { throw Problem(error) }
      return nil
    }
  }
}
