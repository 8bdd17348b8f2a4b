/// Cuts a byte stream into lines of bounded length.
struct LineBuffer {
  enum Line: Equatable {
    /// A whole line without its line feed.
    case line([UInt8])
    /// A line above the limit; its bytes are gone.
    case tooLong
  }

  let maximumLength: Int
  private var pending: [UInt8] = []
  private var scanned = 0
  private var isDiscarding = false

  init(maximumLength: Int) {
    self.maximumLength = maximumLength
  }

  var pendingCount: Int { pending.count }

  mutating func append(_ bytes: some Sequence<UInt8>) {
    pending.append(contentsOf: bytes)
  }

  /// The next whole line; nil until one is there.
  mutating func next() -> Line? {
    guard let end = pending[scanned...].firstIndex(of: UInt8(ascii: "\n")) else {
      if isDiscarding || pending.count > maximumLength {
        isDiscarding = true
        pending.removeAll(keepingCapacity: true)
      }
      scanned = pending.count
      return nil
    }
    let line = Array(pending[..<end])
    pending.removeSubrange(...end)
    scanned = 0
    if isDiscarding || line.count > maximumLength {
      isDiscarding = false
      return .tooLong
    }
    return .line(line)
  }

  /// What stands after the last line feed when the stream has ended; nil when there is nothing.
  mutating func rest() -> Line? {
    defer {
      pending.removeAll()
      scanned = 0
      isDiscarding = false
    }
    if isDiscarding || pending.count > maximumLength { return .tooLong }
    return pending.isEmpty ? nil : .line(pending)
  }
}
