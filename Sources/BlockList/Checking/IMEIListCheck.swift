internal import IMEI

/// One line of a checked list with its answer.
public struct CheckedInput: Hashable, Sendable {
  /// What stood in the list.
  public let input: ListedInput
  /// What the block lists say of it.
  public let answer: Answer

  /// An input and its answer.
  public init(input: ListedInput, answer: Answer) {
    self.input = input
    self.answer = answer
  }
}

/// How many inputs of a checked list came out how.
public struct CheckTally: Hashable, Sendable, Codable {
  /// On at least one list.
  public var flagged = 0
  /// On none.
  public var notFlagged = 0
  /// An IMEI, but no list was loaded.
  public var notChecked = 0
  /// No IMEI.
  public var refused = 0

  /// No inputs yet.
  public init() {}

  /// Counts one more.
  public mutating func count(_ checked: CheckedInput) {
    switch checked.answer.state {
    case .flagged: flagged += 1
    case .notFlagged: notFlagged += 1
    case .notChecked:
      if case .refused = checked.input.outcome { refused += 1 } else { notChecked += 1 }
    }
  }
}

/// Checks a whole list against the block lists: reads a batch, looks it up, hands the results on in
/// the order of the file. Memory: two batches.
public struct IMEIListCheck: Sendable {
  private static let firstBatch = 1_024

  private let store: BlockListStore?
  private let batchSize: Int

  /// A check against `store`; with `nil` every IMEI is “not checked”.
  ///
  /// - Parameter batchSize: the most inputs looked up at a time, at least 1. Each batch sees one state of
  ///   the store; an import that ends between two of them shows in the list names of their answers. The
  ///   first batch is small, so that the first answers come soon, and each is twice the one before: the
  ///   more are asked for together, the fewer times a page of the store is looked into.
  public init(store: BlockListStore?, batchSize: Int = 65_536) {
    self.store = store
    self.batchSize = max(1, batchSize)
  }

  /// Checks `source` and calls `each` for every input, in file order; throwing ends the check.
  ///
  /// A batch is read and looked up on a thread of its own while the one before is handed on; `each` is called
  /// on the caller's.
  ///
  /// - Parameter mapping: what the columns are, where the file's header and content do not say.
  /// - Throws: ``BlockListError``, and what `each` throws.
  public func run(
    _ source: ListSource, mapping: ColumnMapping? = nil, each: (CheckedInput) throws -> Void
  ) throws -> CheckTally {
    let batches = BatchAhead { [self] in
      let list = try OpenList(source, mapping: mapping)
      var size = min(Self.firstBatch, batchSize)
      return {
        let batch = try list.reader.nextBatch(size)
        size = min(2 * size, batchSize)
        return batch.isEmpty ? nil : try check(batch)
      }
    }
    defer { batches.stop() }
    var tally = CheckTally()
    while let batch = try batches.next() {
      for checked in batch {
        tally.count(checked)
        try each(checked)
      }
    }
    return tally
  }

  /// The answers for `inputs`, in their order.
  ///
  /// - Throws: ``BlockListError``.
  public func check(_ inputs: [ListedInput]) throws -> [CheckedInput] {
    var imeis: [IMEI] = []
    imeis.reserveCapacity(inputs.count)
    for input in inputs {
      if let imei = input.outcome.imei { imeis.append(imei) }
    }
    var answers = try store?.lookUp(imeis)[...]
    return inputs.map { input in
      let answer: Answer
      switch input.outcome {
      case .refused(let refusal):
        answer = .notChecked(because: .notAnIMEI(refusal.message))
      case .imei, .imeisv:
        answer = answers?.popFirst() ?? .notChecked(because: .noListLoaded)
      }
      return CheckedInput(input: input, answer: answer)
    }
  }
}

/// A list that is being read, for the thread that reads it.
private final class OpenList {
  var reader: IMEIListReader

  init(_ source: ListSource, mapping: ColumnMapping?) throws(BlockListError) {
    reader = try IMEIListReader(source, mapping: mapping)
  }
}
