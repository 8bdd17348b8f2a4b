internal import IMEI

/// Merges sorted runs into one, by a heap of their next entries.
struct RunMerge {
  private var readers: [SortedRunReader]
  /// Positions of readers that have an entry, the one with the lowest on top.
  private var heap: [Int] = []

  /// Takes readers at their beginning.
  init(_ readers: [SortedRunReader]) throws(BlockListError) {
    self.readers = readers
    for index in readers.indices {
      try self.readers[index].advance()
      if self.readers[index].entry != nil { push(index) }
    }
  }

  /// Hands on all entries in the order of their digits, those of the same digits together.
  mutating func drain(_ each: ([ListEntry]) throws -> Void) throws {
    var group: [ListEntry] = []
    while let top = heap.first, let entry = readers[top].entry {
      if let first = group.first, first.key != entry.key {
        try each(group)
        group.removeAll(keepingCapacity: true)
      }
      group.append(entry)
      try readers[top].advance()
      if readers[top].entry == nil {
        heap[0] = heap[heap.count - 1]
        heap.removeLast()
      }
      sink(0)
    }
    if !group.isEmpty { try each(group) }
  }

  /// Whether one reader's entry comes before another's: by digits, then by line.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    guard let left = readers[left].entry, let right = readers[right].entry else { return false }
    return (left.key.value, left.line) < (right.key.value, right.line)
  }

  private mutating func push(_ reader: Int) {
    heap.append(reader)
    var at = heap.count - 1
    while at > 0, precedes(heap[at], heap[(at - 1) / 2]) {
      heap.swapAt(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
  }

  private mutating func sink(_ start: Int) {
    var at = start
    while true {
      var least = at
      for child in [2 * at + 1, 2 * at + 2] where child < heap.count {
        if precedes(heap[child], heap[least]) { least = child }
      }
      guard least != at else { return }
      heap.swapAt(at, least)
      at = least
    }
  }
}
