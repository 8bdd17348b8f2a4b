internal import IMEI

/// The two IMEIs of one device, wherever photo or exhibit tell that they belong together.
struct DevicePairs {
  enum Reason {
    /// Neighbouring serials of one type.
    case serials
    /// Captions name slot 1 and slot 2 of one photo.
    case slots
    /// The only two IMEIs of one exhibit.
    case exhibit
  }

  struct Pair {
    var first: Haul.Sighting
    var second: Haul.Sighting
    let reason: Reason
    var photos: [UInt32]
    let exhibit: String?
  }

  private struct PairKey: Hashable {
    let first: UInt64
    let second: UInt64
    let reason: Reason
    let exhibit: String?
  }

  /// The largest distance of two serials that are taken for the slots of one device. Makers mostly give
  /// neighbours; a few count a slot apart by a handful.
  static let largestSerialDistance = 10

  private let haul: Haul
  private var pairs: [Pair] = []
  private var places: [PairKey: Int] = [:]

  init(_ haul: Haul) {
    self.haul = haul
    // By exhibit where it is known, by photo otherwise.
    let order = haul.sightings.indices.sorted { left, right in
      let (a, b) = (haul.sightings[left], haul.sightings[right])
      let (exhibitA, exhibitB) = (
        haul.photos[Int(a.photo)].exhibit, haul.photos[Int(b.photo)].exhibit
      )
      if exhibitA != exhibitB { return exhibitA < exhibitB }
      if exhibitA < 0, a.photo != b.photo { return a.photo < b.photo }
      return (a.key, a.photo) < (b.key, b.photo)
    }
    var start = 0
    while start < order.count {
      let first = haul.sightings[order[start]]
      let exhibit = haul.photos[Int(first.photo)].exhibit
      var end = start + 1
      while end < order.count {
        let next = haul.sightings[order[end]]
        guard haul.photos[Int(next.photo)].exhibit == exhibit else { break }
        guard exhibit >= 0 || next.photo == first.photo else { break }
        end += 1
      }
      addPairs(among: order[start..<end].map { haul.sightings[$0] })
      start = end
    }
  }

  /// Adds the pairs of one photo or exhibit; its sightings come by 14 digits.
  private mutating func addPairs(among sightings: [Haul.Sighting]) {
    var distinct: [Haul.Sighting] = []
    for sighting in sightings where sighting.imei?.placeholder == nil {
      if let last = distinct.last, last.key == sighting.key {
        distinct[distinct.count - 1].merge(sighting)
      } else {
        distinct.append(sighting)
      }
    }
    guard distinct.count > 1 else { return }
    let photos = sightings.map(\.photo).uniqued().sorted()
    let exhibit = haul.exhibit(of: sightings[0].photo)
    func pair(_ first: Haul.Sighting, _ second: Haul.Sighting, _ reason: Reason) {
      add(Pair(first: first, second: second, reason: reason, photos: photos, exhibit: exhibit))
    }
    if distinct.count == 2 {
      let (first, second) = (distinct[0], distinct[1])
      if Self.areNeighbours(first, second) {
        pair(first, second, .serials)
      } else if Set([first.slot, second.slot]) == [1, 2], photos.count == 1 || exhibit != nil {
        pair(first, second, .slots)
      } else if exhibit != nil {
        pair(first, second, .exhibit)
      }
      return
    }
    // Of more than two neighbours nobody can tell which belong together.
    var start = 0
    for index in 1...distinct.count {
      if index < distinct.count, Self.areNeighbours(distinct[index - 1], distinct[index]) {
        continue
      }
      if index - start == 2 { pair(distinct[start], distinct[start + 1], .serials) }
      start = index
    }
  }

  /// Adds a pair, or the photos of one that is known: a device is often photographed more than once.
  private mutating func add(_ pair: Pair) {
    let key = PairKey(
      first: pair.first.key, second: pair.second.key, reason: pair.reason, exhibit: pair.exhibit)
    guard let place = places[key] else {
      places[key] = pairs.count
      pairs.append(pair)
      return
    }
    pairs[place].first.merge(pair.first)
    pairs[place].second.merge(pair.second)
    pairs[place].photos += pair.photos
  }

  private static func areNeighbours(_ first: Haul.Sighting, _ second: Haul.Sighting) -> Bool {
    first.tac == second.tac && abs(first.serial - second.serial) <= largestSerialDistance
  }

  /// Every pair, by photo or exhibit, then by IMEI.
  func forEach(_ body: (Pair) throws -> Void) rethrows { try pairs.forEach(body) }

  /// The pair itself, when only its serials tell it.
  func named(_ pair: Pair) -> Finding? {
    guard pair.reason == .serials else { return nil }
    let distance = abs(pair.first.serial - pair.second.serial)
    return finding(
      .pair, .note, pair,
      "\(pair.first.text) and \(pair.second.text) are of one type with serials \(distance) apart\(place(pair)): "
        + "probably the two slots of one device.")
  }

  /// One flagged and the other not.
  func halfListed(_ pair: Pair) -> Finding? {
    let states = [pair.first.state, pair.second.state]
    guard states.contains(.flagged), states.contains(.notFlagged) else { return nil }
    let listed = pair.first.state == .flagged ? pair.first : pair.second
    let other = pair.first.state == .flagged ? pair.second : pair.first
    return finding(
      .halfListedPair, .look, pair,
      "\(listed.text) is flagged and \(other.text), \(kinship(pair)), is not: only one IMEI of a device was "
        + "reported, or these are two devices.")
  }

  /// Two makers.
  func makesDiffer(_ pair: Pair, _ make: (TAC) -> String?) -> Finding? {
    guard pair.first.tac != pair.second.tac, let one = pair.first.imei, let two = pair.second.imei,
      let oneMake = make(one.tac), let twoMake = make(two.tac),
      Self.plain(oneMake) != Self.plain(twoMake)
    else { return nil }
    return finding(
      .makesDiffer, .look, pair,
      "\(one.digits) is of a type by \(ShownText.escaping(oneMake, limit: 80)) and \(two.digits), "
        + "\(kinship(pair)), of one by \(ShownText.escaping(twoMake, limit: 80)).")
  }

  private func finding(
    _ kind: Finding.Kind, _ severity: Finding.Severity, _ pair: Pair, _ sentence: String
  ) -> Finding {
    Finding(
      kind, severity, imeis: [pair.first.text, pair.second.text],
      files: pair.photos.map { haul.name(of: $0) }, exhibits: pair.exhibit.map { [$0] } ?? [],
      sentence: sentence + SightingsByKey.doubt([pair.first, pair.second]))
  }

  private func place(_ pair: Pair) -> String {
    pair.exhibit.map { " on exhibit \(ShownText.escaping($0, limit: 120))" }
      ?? (pair.photos.count == 1 ? " on one photo" : " on each of \(pair.photos.count) photos")
  }

  private func kinship(_ pair: Pair) -> String {
    switch pair.reason {
    case .serials: "a neighbouring serial\(place(pair))"
    case .slots: "the other slot\(place(pair))"
    case .exhibit: "the other number\(place(pair))"
    }
  }

  /// Letters and digits in small letters: `SAMSUNG-Korea` and `Samsung Korea` are one maker.
  private static func plain(_ make: String) -> String {
    make.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension Haul.Sighting {
  /// Takes over what another sighting of the same IMEI knows: the strongest answer, a slot, whether a
  /// reading is settled.
  mutating func merge(_ other: Haul.Sighting) {
    if other.state.rawValue > state.rawValue { state = other.state }
    if slot == 0 { slot = other.slot }
    isSettled = isSettled || other.isSettled
  }
}
