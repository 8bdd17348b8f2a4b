internal import BlockList
internal import CaseFile
internal import IMEI

extension ListDesk {
  /// The lists in force, and those that were replaced, newest first.
  ///
  /// - Throws: ``Problem``.
  func everyList() throws -> (inForce: [ListInfo], former: [ListInfo]) {
    try answering { store in
      guard let store else { return ([], []) }
      return (try store.lists(), try store.history())
    }
  }

  /// What the lists say of one number; nil when there are none.
  ///
  /// - Throws: ``Problem``.
  func answer(to imei: IMEI) throws -> BlockList.Answer? {
    try answering { try $0?.lookUp(imei) }
  }

  /// What the lists say of what people or programs typed, in its order.
  ///
  /// - Throws: ``Problem``.
  func check(_ inputs: [ListedInput]) throws -> [CheckedInput] {
    try answering { try IMEIListCheck(store: $0).check(inputs) }
  }

  /// Uses the lists, with what they refuse as a problem of the interface.
  private func answering<Value: Sendable>(
    _ body: @Sendable (BlockListStore?) throws -> Value
  ) throws -> Value {
    do {
      return try use(body)
    } catch let error as BlockListError {
      throw Problem(error)
    }
  }
}
