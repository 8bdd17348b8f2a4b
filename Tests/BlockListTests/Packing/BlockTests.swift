import IMEI
import Testing

@testable import BlockList

@Suite("Packed blocks")
struct BlockTests {
  /// Entries of every form, change and detail, from a generator of fixed seed.
  static func entries(_ count: Int, seed: UInt64, spread: UInt64) -> [ListEntry] {
    var random = Lcg(state: seed)
    var key: UInt64 = 1_000_000
    return (0..<count).compactMap { index in
      key += random.next() % spread
      guard let number = EquipmentKey(min(key, EquipmentKey.limit - 1)) else { return nil }
      var entry = ListEntry(key: number, form: .bare, line: index + 1)
      entry.line = Int(random.next() % 1_000_000) + 1
      switch random.next() % 4 {
      case 0: entry.form = .checkDigit(IMEI(key: entry.key).computedCheckDigit)
      case 1: entry.form = .checkDigit(UInt8(random.next() % 10))
      case 2: entry.form = .softwareVersion(UInt8(random.next() % 100))
      default: break
      }
      entry.change = [nil, .add, .remove, .update][Int(random.next() % 4)]
      entry.details = EntryDetails(
        reason: ["", "stolen", "0011 – lost"][Int(random.next() % 3)],
        date: ["", "20260304", "2026-03-04", "4 March", "20261399"][Int(random.next() % 5)],
        reference: random.next() % 2 == 0 ? "" : "CR/\(random.next() % 1_000)",
        reportedBy: ["", "Tele 2 AB"][Int(random.next() % 2)],
        history: random.next() % 3 == 0
          ? [
            EntryAction(kind: .inserted, date: "2014-08-02", reason: nil, by: "Tele 2 AB"),
            EntryAction(kind: .removed, date: nil, reason: "0014", by: nil),
          ] : [])
      return entry
    }
  }

  static func blocks(of entries: [ListEntry]) -> [BlockBuilder.Block] {
    var builder = BlockBuilder()
    var blocks = entries.compactMap { builder.add($0) }
    if let last = builder.finish() { blocks.append(last) }
    return blocks
  }

  @Test("What is packed comes out again", arguments: [1, 2, 100, 5_000], [1, 3, 600, 100_000_000])
  func roundTrip(count: Int, spread: UInt64) throws {
    let entries = Self.entries(count, seed: UInt64(count) &+ spread, spread: spread)
    let blocks = Self.blocks(of: entries)
    var unpacked: [ListEntry] = []
    for packed in blocks {
      let block = try #require(LoadedBlock(packed.bytes))
      let texts = try #require(block.texts())
      let own = try (0..<block.count).map { try #require(block.entry($0, texts: texts)) }
      #expect(own.first?.key.value == packed.first)
      #expect(own.last?.key.value == block.lastKey)
      unpacked += own
    }
    #expect(unpacked == entries)
  }

  @Test("A block fits a page, unless one number fills more than that; a number is never parted")
  func sizes() throws {
    let entries = Self.entries(5_000, seed: 5, spread: 600)
    let blocks = Self.blocks(of: entries)
    #expect(blocks.count > 5)
    #expect(blocks.allSatisfy { $0.bytes.count <= BlockBuilder.mostBytes })
    let same = (1...3_000).map { line in
      ListEntry(
        key: EquipmentKey(35_693_803_564_380)!, form: .bare, line: line,
        details: EntryDetails(reference: "CR/\(line)"))
    }
    #expect(Self.blocks(of: Array(entries.prefix(10)) + same).count == 2)
  }

  @Test("A search finds what a plain array finds")
  func search() throws {
    let entries = Self.entries(400, seed: 9, spread: 5)
    let block = try #require(LoadedBlock(Self.blocks(of: entries)[0].bytes))
    let keys = entries.prefix(block.count).map(\.key.value)
    for key in (keys[0] - 2)...(block.lastKey + 2) {
      let first = keys.firstIndex { $0 >= key } ?? keys.count
      #expect(block.firstIndex(notBelow: key) == first)
      let end = keys.lastIndex(of: key).map { $0 + 1 }
      #expect(block.run(of: key, from: first) == end.map { first..<$0 })
    }
  }

  @Test("Any changed byte is noticed")
  func damage() throws {
    let bytes = Self.blocks(of: Self.entries(50, seed: 3, spread: 600))[0].bytes
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x10
      #expect(LoadedBlock(damaged) == nil, "byte \(index)")
      #expect(LoadedBlock(Array(bytes.prefix(index))) == nil)
    }
  }

  @Test("A column holds its bounds at every width", arguments: 0...57)
  func widths(width: Int) {
    let highest = width == 0 ? 0 : Int64(bitPattern: UInt64.max >> UInt64(64 - width))
    let values = [0, highest, 0, highest / 3, highest].map { $0 - 12_345 }
    let column = BitColumn(lowest: -12_345, highest: highest - 12_345)
    #expect(column.width == width)
    var bytes: [UInt8] = []
    column.pack(values, into: &bytes)
    #expect(bytes.count == column.byteCount(of: values.count))
    bytes += [UInt8](repeating: 0, count: 8)
    for (index, value) in values.enumerated() {
      #expect(column.value(at: index, of: bytes.span.bytes, from: 0) == value)
    }
  }
}

/// A small generator, the same everywhere (Knuth's constants).
struct Lcg {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 20
  }
}
