internal import IMEI

/// A block with its bytes.
struct LoadedBlock {
  /// The bytes.
  let bytes: [UInt8]
  private let block: PackedBlock

  /// Checks the bytes of a block.
  ///
  /// - Returns: `nil` when they are no whole block.
  init?(_ bytes: [UInt8]) {
    guard let block = PackedBlock(bytes.span.bytes) else { return nil }
    self.bytes = bytes
    self.block = block
  }

  /// How many entries it has.
  var count: Int { block.count }

  /// The 14 digits of its first entry.
  var firstKey: UInt64 { block.key(0, bytes.span.bytes) }

  /// The 14 digits of its last entry.
  var lastKey: UInt64 { block.key(block.count - 1, bytes.span.bytes) }

  /// The first entry whose digits are at least `key`; ``count`` when there is none.
  func firstIndex(notBelow key: UInt64) -> Int {
    block.firstIndex(notBelow: key, from: 0, bytes.span.bytes)
  }

  /// The entries from `first` on that have these digits; `nil` when there is none.
  func run(of key: UInt64, from first: Int) -> Range<Int>? {
    let span = bytes.span.bytes
    var end = first
    while end < block.count, block.key(end, span) == key { end += 1 }
    return end > first ? first..<end : nil
  }

  /// The texts of the block; `nil` when they are damaged.
  func texts() -> [String]? { block.texts(bytes.span.bytes) }

  /// One entry; `nil` for what no release writes.
  func entry(_ index: Int, texts: [String]) -> ListEntry? {
    block.entry(index, bytes.span.bytes, texts: texts)
  }
}
