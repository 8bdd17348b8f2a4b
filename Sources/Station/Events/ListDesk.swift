internal import BlockList

/// The lists in force, asked on a queue of their own since the store blocks.
actor ListDesk {
  private let executor = QueueExecutor(label: "imeikit.station.lists")
  private let path: @Sendable () -> String?
  private var store: BlockListStore?

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  init(path: @escaping @Sendable () -> String?) {
    self.path = path
  }

  /// The lists in force; none when none was ever imported.
  ///
  /// - Throws: `BlockListError`.
  func lists() throws -> [ListInfo] {
    guard let path = path() else { return [] }
    if store?.path != path {
      do {
        store = try BlockListStore(path: path, mode: .readOnly)
      } catch let error as BlockListError where error.code == .storeMissing {
        return []
      }
    }
    return try store?.lists() ?? []
  }
}
