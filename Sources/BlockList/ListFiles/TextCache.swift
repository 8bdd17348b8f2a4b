/// Texts of recent rows, so that equal bytes become one string and not one a row.
///
/// One slot for each hash, the newest text in it: bounded, whatever the list holds.
final class TextCache {
  /// How many texts are kept: more than the days of ten years.
  static let slots = 4_096
  /// The longest text that is kept, in bytes.
  static let longest = 256

  private struct Slot {
    var bytes: [UInt8] = []
    var text = ""
  }

  private let limit: Int
  private var slots: [Slot] = []

  /// A cache of texts cut to `limit` characters.
  init(limit: Int) { self.limit = limit }

  /// `bytes` as printable text.
  func text(_ bytes: Span<UInt8>) -> String {
    guard !bytes.isEmpty else { return "" }
    if slots.isEmpty { slots = [Slot](repeating: Slot(), count: Self.slots) }
    guard bytes.count <= Self.longest else {
      return VisibleText.escaping(bytes: bytes, limit: limit)
    }
    // FNV-1a.
    var hash: UInt32 = 2_166_136_261
    for index in bytes.indices { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    let slot = Int((hash ^ hash >> 16) & UInt32(Self.slots - 1))
    if holds(slot, bytes) { return slots[slot].text }
    let text = VisibleText.escaping(bytes: bytes, limit: limit)
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    slots[slot] = Slot(bytes: copy, text: text)
    return text
  }

  private func holds(_ slot: Int, _ bytes: Span<UInt8>) -> Bool {
    guard slots[slot].bytes.count == bytes.count else { return false }
    for index in bytes.indices where slots[slot].bytes[index] != bytes[index] { return false }
    return true
  }
}
