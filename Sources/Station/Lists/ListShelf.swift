internal import BlockList
internal import CaseFile
internal import IMEI

/// The block lists, to be asked: on a queue of their own, since asking them blocks.
actor ListShelf {
  private let executor = QueueExecutor(label: "imeikit.station.lists")
  private let path: @Sendable () -> String?
  private var store: BlockListStore?

  /// The queue on which the lists are waited for.
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// - Parameter path: where the lists are; nil while none was ever imported.
  init(_ path: @escaping @Sendable () -> String?) {
    self.path = path
  }

  /// The lists in force, and those that were replaced, newest first.
  ///
  /// - Throws: ``Problem``.
  func lists() throws -> (inForce: [ListInfo], former: [ListInfo]) {
    try answering {
      guard let store = try open() else { return ([], []) }
      return (try store.lists(), try store.history())
    }
  }

  /// What the lists say of one number; nil when there are none.
  ///
  /// - Throws: ``Problem``.
  func answer(to imei: IMEI) throws -> BlockList.Answer? {
    try answering { try open()?.lookUp(imei) }
  }

  /// What the lists say of what people or programs typed, in its order.
  ///
  /// - Throws: ``Problem``.
  func check(_ inputs: [ListedInput]) throws -> [CheckedInput] {
    try answering { try IMEIListCheck(store: try open()).check(inputs) }
  }

  private func open() throws -> BlockListStore? {
    guard let path = path() else { return nil }
    if let store, store.path == path { return store }
    let opened = try BlockListStore(path: path, mode: .readOnly)
    store = opened
    return opened
  }

  private func answering<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as BlockListError {
      // One that was exchanged or mended meanwhile is opened anew next time.
      store = nil
      throw Problem(error)
    }
  }
}
