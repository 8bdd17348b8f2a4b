package import BlockList
internal import Glibc

/// The block lists, asked on a queue of their own since the store blocks.
package actor ListDesk {
  /// Which file a path led to.
  private struct Place: Equatable {
    let device: UInt64
    let file: UInt64

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = UInt64(status.st_dev)
      file = UInt64(status.st_ino)
    }
  }

  private let path: @Sendable () -> String?
  private let executor = QueueExecutor(label: "imeikit.station.lists")
  private var open: (store: BlockListStore, place: Place?)?

  /// The queue on which the lists are waited for.
  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// - Parameter path: where the lists are; nil while none was ever imported.
  package init(path: @escaping @Sendable () -> String?) {
    self.path = path
  }

  /// Uses the lists; `body` is given nil while none was ever imported.
  ///
  /// - Throws: `BlockListError`, and what else `body` throws.
  func use<Value: Sendable>(
    _ body: @Sendable (BlockListStore?) throws -> Value
  ) throws -> Value {
    do {
      return try body(try store())
    } catch let error as BlockListError {
      // One that was mended meanwhile is opened anew next time.
      open = nil
      throw error
    }
  }

  /// The lists in force; none when none was ever imported.
  ///
  /// - Throws: `BlockListError`.
  package func lists() throws -> [ListInfo] {
    do {
      return try use { try $0?.lists() ?? [] }
    } catch let error as BlockListError where error.code == .storeMissing {
      return []
    }
  }

  private func store() throws -> BlockListStore? {
    guard let path = path() else { return nil }
    // A store that was put in the place of another is not seen through what is open already.
    let place = Place(path)
    if let open, open.store.path == path, open.place == place { return open.store }
    let store = try BlockListStore(path: path, mode: .readOnly)
    open = (store, place)
    return store
  }
}
