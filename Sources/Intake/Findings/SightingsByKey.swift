internal import IMEI

/// The sightings of a haul in the order of their 14 digits.
struct SightingsByKey {
  let haul: Haul
  /// Sorted by 14 digits, then by photo.
  let sightings: [Haul.Sighting]
  /// Where the sightings of each IMEI stand in ``sightings``.
  let groups: [Range<Int>]

  init(_ haul: Haul) {
    self.haul = haul
    sightings = haul.sightings.sorted { ($0.key, $0.photo) < ($1.key, $1.photo) }
    var groups: [Range<Int>] = []
    var start = 0
    for index in sightings.indices
    where index > start && sightings[index].key != sightings[start].key {
      groups.append(start..<index)
      start = index
    }
    if start < sightings.count { groups.append(start..<sightings.count) }
    self.groups = groups
  }

  /// One IMEI on two photos or two exhibits. Photos of the same bytes count as one, and IMEIs that stand
  /// on the same photos, as those of one device do, are one finding.
  func forEachRepeat(_ body: (Finding) throws -> Void) rethrows {
    var places: [[UInt32]: Int] = [:]
    var repeated: [[Haul.Sighting]] = []
    for range in groups where range.count > 1 && areSeveralPhotos(sightings[range]) {
      let photos = sightings[range].map(\.photo)
      if let place = places[photos] {
        repeated[place] += sightings[range]
      } else {
        places[photos] = repeated.count
        repeated.append(Array(sightings[range]))
      }
    }
    for group in repeated { try self.repeated(group).map(body) }
  }

  private func areSeveralPhotos(_ group: ArraySlice<Haul.Sighting>) -> Bool {
    var digests: Set<Haul.Digest> = []
    var unknown = 0
    for sighting in group {
      let digest = haul.photos[Int(sighting.photo)].digest
      if digest == .unknown { unknown += 1 } else { digests.insert(digest) }
    }
    return digests.count + unknown > 1
  }

  private func repeated(_ group: [Haul.Sighting]) -> Finding? {
    let photos = group.map(\.photo).uniqued()
    let exhibits = photos.compactMap { haul.exhibit(of: $0) }.uniqued()
    let areAllKnown = photos.allSatisfy { haul.exhibit(of: $0) != nil }
    if areAllKnown, exhibits.count == 1 { return nil }
    let isOnExhibits = exhibits.count > 1
    let files = photos.map { haul.name(of: $0) }
    let numbers = group.uniqued(by: \.key).map(\.text)
    let place =
      isOnExhibits
      ? "on \(exhibits.count) exhibits (\(Self.list(exhibits)))"
      : "on \(files.count) photos (\(Self.list(files)))"
    let why =
      if let dummy = group.lazy.compactMap({ $0.imei?.placeholder }).first {
        "A well-known dummy: \(dummy.note)"
      } else if isOnExhibits {
        "A cloned number, one device under two references, or a misread."
      } else {
        "One device photographed more than once, or a cloned number."
      }
    return Finding(
      isOnExhibits ? .sameIMEIOnExhibits : .sameIMEIOnPhotos, isOnExhibits ? .look : .note,
      imeis: group.map(\.text).uniqued(), files: files, exhibits: exhibits,
      sentence: (numbers.count == 1
        ? "IMEI \(numbers[0]) is" : "IMEIs \(numbers.joined(separator: " and ")) are")
        + " \(place). \(why)\(Self.doubt(group))")
  }

  /// The fewest consecutive serials that are a sequence.
  static let shortestSequence = 4

  /// Consecutive serials of one type, standing on several photos.
  func forEachSequence(_ body: (Finding) throws -> Void) rethrows {
    var start = groups.startIndex
    for index in groups.indices.dropFirst() {
      let (before, sighting) = (first(groups[index - 1]), first(groups[index]))
      if sighting.key == before.key + 1, sighting.tac == before.tac { continue }
      try sequence(start..<index).map(body)
      start = index
    }
    try sequence(start..<groups.endIndex).map(body)
  }

  private func first(_ group: Range<Int>) -> Haul.Sighting { sightings[group.lowerBound] }

  private func sequence(_ run: Range<Int>) -> Finding? {
    guard run.count >= Self.shortestSequence else { return nil }
    let members = sightings[
      groups[run.lowerBound].lowerBound..<groups[run.upperBound - 1].upperBound]
    let photos = members.map(\.photo).uniqued()
    guard photos.count > 1, let low = members.first, let high = members.last else { return nil }
    let isLong = photos.count >= Self.shortestSequence
    return Finding(
      .sequence, isLong ? .look : .note, imeis: groups[run].map { self.first($0).text },
      files: photos.map { haul.name(of: $0) },
      exhibits: photos.compactMap { haul.exhibit(of: $0) }.uniqued(),
      sentence:
        "\(run.count) consecutive serials of type \(low.imei?.tac.digits ?? ""), \(low.text) to "
        + "\(high.text), stand on \(photos.count) photos: goods of one carton, or made-up numbers."
        + Self.doubt(members))
  }

  /// A remark when a reading is not settled.
  static func doubt(_ sightings: some Collection<Haul.Sighting>) -> String {
    let open = sightings.count { !$0.isSettled }
    return open == 0
      ? "" : " \(open) of \(sightings.count) readings \(open == 1 ? "is" : "are") not settled."
  }

  /// The first few of `names`, safe to show, and how many there are besides.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(4).map { ShownText.escaping($0, limit: 120) }.joined(separator: ", ")
    return names.count > 4 ? "\(shown) and \(names.count - 4) more" : shown
  }
}

extension Sequence {
  /// The elements in order, the first of each key.
  func uniqued<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}

extension Sequence where Element: Hashable {
  /// The elements in order, each once.
  func uniqued() -> [Element] { uniqued { $0 } }
}
