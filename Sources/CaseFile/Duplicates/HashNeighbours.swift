/// Finds pairs of 64-bit hashes that differ in few bits, without comparing each with each.
enum HashNeighbours {
  struct Pair: Hashable {
    let first: Int
    let second: Int
    let distance: Int
  }

  /// Every pair of `hashes` that differs in at most `threshold` bits, by place.
  ///
  /// The 64 bits are cut into `threshold + 1` bands: two hashes that differ in fewer bits than there are
  /// bands have at least one band in common, so only those that share a band are compared.
  static func pairs(_ hashes: [UInt64], threshold: Int) -> [Pair] {
    let bands = min(64, max(0, threshold) + 1)
    var found: Set<Pair> = []
    for band in 0..<bands {
      let start = 64 * band / bands
      let width = 64 * (band + 1) / bands - start
      let mask: UInt64 = width == 64 ? .max : (1 << UInt64(width)) - 1
      let keyed = hashes.indices.map { (key: hashes[$0] >> UInt64(start) & mask, index: $0) }
        .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
      var begin = 0
      while begin < keyed.count {
        var end = begin + 1
        while end < keyed.count, keyed[end].key == keyed[begin].key { end += 1 }
        for one in begin..<end {
          for two in (one + 1)..<max(end, one + 1) {
            let (first, second) = (keyed[one].index, keyed[two].index)
            let distance = (hashes[first] ^ hashes[second]).nonzeroBitCount
            guard distance <= threshold else { continue }
            found.insert(Pair(first: first, second: second, distance: distance))
          }
        }
        begin = end
      }
    }
    return found.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
