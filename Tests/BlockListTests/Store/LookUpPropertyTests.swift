import IMEI
import Testing

@testable import BlockList

@Suite("Look-ups beside a plain set")
struct LookUpPropertyTests {
  @Test("Listed or not is what a set says, one by one and in batches", arguments: [1, 2, 3])
  func plainSet(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    var random = Lcg(state: seed)
    // Dense and sparse stretches, first and last keys included.
    func key() -> UInt64 {
      switch random.next() % 5 {
      case 0: return random.next() % 50
      case 1: return EquipmentKey.limit - 1 - random.next() % 50
      case 2: return 35_693_803_000_000 + random.next() % 3_000
      default: return random.next() % EquipmentKey.limit
      }
    }
    let keys = (0..<5_000).compactMap { _ in EquipmentKey(key()) }
    // With their check digit: fourteen digits that begin with 1 could have lost a 0.
    let text = keys.map { $0.digits + "\(IMEI(key: $0).computedCheckDigit)" }.joined(
      separator: "\n")
    try store.importText(text)
    let listed = Set(keys)
    let asked = (keys + (0..<5_000).compactMap { _ in EquipmentKey(key()) }).shuffled()
    let answers = try store.lookUp(asked.map { IMEI(key: $0) })
    for (key, answer) in zip(asked, answers) {
      #expect((answer.state == .flagged) == listed.contains(key), "\(key)")
    }
    for key in asked.prefix(300) {
      #expect((try store.lookUp(key).state == .flagged) == listed.contains(key), "\(key)")
    }
  }
}
