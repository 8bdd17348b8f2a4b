import IMEI
import Testing

@testable import BlockList

@Suite("Sorting a list")
struct EntrySorterTests {
  private func sorted(_ entries: [ListEntry], memory: Int) throws -> [[ListEntry]] {
    let folder = try TemporaryFolder()
    var sorter = EntrySorter(folder: folder.path, mostMemory: memory)
    for entry in entries { try sorter.add(entry) }
    var groups: [[ListEntry]] = []
    try sorter.drain(each: { groups.append($0) })
    return groups
  }

  @Test("Many runs give what one sort in memory gives", arguments: [1_000, 20_000, 1 << 26])
  func runs(memory: Int) throws {
    var random = Lcg(state: 4)
    let entries = BlockTests.entries(3_000, seed: 2, spread: 3).map { entry in
      var moved = entry
      moved.key = EquipmentKey(random.next() % 2_000 + 5)!
      return moved
    }.enumerated().map { index, entry in
      var numbered = entry
      numbered.line = index + 1
      return numbered
    }
    let expected = Dictionary(grouping: entries, by: \.key).sorted { $0.key < $1.key }.map(\.value)
    #expect(try sorted(entries, memory: memory) == expected)
  }

  @Test("A list in order, in reverse order, with one number only, and empty")
  func shapes() throws {
    let ascending = BlockTests.entries(2_000, seed: 8, spread: 600).enumerated().map {
      index, entry in
      var numbered = entry
      numbered.line = index + 1
      return numbered
    }
    #expect(try sorted(ascending, memory: 10_000).flatMap(\.self) == ascending)
    let keys = try sorted(ascending.reversed(), memory: 10_000).flatMap(\.self).map(\.key)
    #expect(keys == ascending.map(\.key))
    let same = ascending.map { entry in
      var same = entry
      same.key = ascending[0].key
      return same
    }
    #expect(try sorted(same, memory: 10_000) == [same])
    #expect(try sorted([], memory: 10_000).isEmpty)
  }
}
