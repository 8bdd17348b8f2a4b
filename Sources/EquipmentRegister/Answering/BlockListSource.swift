internal import BlockList
public import IMEI

/// The kit's own lists, asked on a thread of their own since the store blocks.
///
/// The store is opened with the first question that finds it there, so that a register may be started
/// before the first import.
public actor BlockListSource: EquipmentStatusSource {
  private let executor = QueueExecutor(label: "imeikit.register.lists")
  private let path: String
  private var store: BlockListStore?

  /// Runs the actor's work on its own queue.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// The lists of the store at `path`, which need not exist yet.
  public init(path: String) {
    self.path = path
  }

  /// What the lists say of `imei`.
  ///
  /// - Throws: `BlockListError` when the store is there and cannot be used.
  public func finding(for imei: IMEI) throws -> EquipmentFinding {
    guard let store = try openedStore() else { return .unavailable }
    return Self.finding(of: try store.lookUp(imei))
  }

  /// How many lists are in force.
  ///
  /// - Throws: `BlockListError` when the store is there and cannot be used.
  public func listCount() throws -> Int {
    try openedStore()?.lists().count ?? 0
  }

  /// What an answer of the kit is in the words of a register.
  static func finding(of answer: Answer) -> EquipmentFinding {
    switch answer.state {
    case .flagged:
      // A watch list wants to be told of the equipment and bars it from nothing.
      answer.matches.allSatisfy { $0.list.kind == .watch }
        ? .listed(.tracked) : .listed(.prohibited)
    case .notFlagged: answer.allowed.isEmpty ? .notListed : .listed(.permitted)
    case .notChecked: .unavailable
    }
  }

  private func openedStore() throws -> BlockListStore? {
    if let store { return store }
    do {
      store = try BlockListStore(path: path, mode: .readOnly)
    } catch let error as BlockListError where error.code == .storeMissing {
      return nil
    }
    return store
  }
}
