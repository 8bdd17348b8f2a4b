internal import BlockList

/// Reads a list of identifiers on a thread of its own, since a file or a pipe may keep it waiting.
actor InputFeed {
  private let executor = QueueExecutor(label: "imeikit.register.inputs")
  private let source: ListSource
  private let mapping: ColumnMapping?
  private var reader: IMEIListReader?
  private var batch: ArraySlice<ListedInput> = []

  private static let batchSize = 256

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(_ source: ListSource, mapping: ColumnMapping?) {
    self.source = source
    self.mapping = mapping
  }

  /// The next input; `nil` at the end.
  func next() throws(BlockListError) -> ListedInput? {
    if reader == nil { reader = try IMEIListReader(source, mapping: mapping) }
    if batch.isEmpty { batch = try reader?.nextBatch(Self.batchSize)[...] ?? [] }
    return batch.popFirst()
  }
}
