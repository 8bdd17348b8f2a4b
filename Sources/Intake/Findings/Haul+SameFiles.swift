extension Haul {
  /// Photos of the same bytes under several names.
  func forEachSameFile(_ body: (Finding) throws -> Void) rethrows {
    let order = photos.indices.sorted {
      (photos[$0].digest, $0) < (photos[$1].digest, $1)
    }
    var start = 0
    while start < order.count {
      let digest = photos[order[start]].digest
      var end = start + 1
      while end < order.count, photos[order[end]].digest == digest { end += 1 }
      if end - start > 1, digest != .unknown { try body(sameFile(order[start..<end])) }
      start = end
    }
  }

  private func sameFile(_ group: ArraySlice<Int>) -> Finding {
    let members = Set(group.map { UInt32($0) })
    let files = group.map { name(of: UInt32($0)) }
    let exhibits = group.compactMap { exhibit(of: UInt32($0)) }.uniqued()
    let imeis = imeis(on: members)
    let where_ = exhibits.count > 1 ? " under \(exhibits.count) exhibits" : ""
    return Finding(
      .sameFile, exhibits.count > 1 ? .look : .note, imeis: imeis, files: files, exhibits: exhibits,
      sentence: "The same photo, byte for byte, is there \(files.count) times\(where_): "
        + "\(SightingsByKey.list(files)).")
  }

  /// The IMEIs on some photos. Sightings lie in the order of their photos.
  private func imeis(on photos: Set<UInt32>) -> [String] {
    var found: [String] = []
    for photo in photos.sorted() {
      var index = firstSighting(of: photo)
      while index < sightings.count, sightings[index].photo == photo {
        found.append(sightings[index].text)
        index += 1
      }
    }
    return found.uniqued()
  }

  /// Where the sightings of a photo begin.
  func firstSighting(of photo: UInt32) -> Int {
    var low = 0
    var high = sightings.count
    while low < high {
      let middle = (low + high) / 2
      if sightings[middle].photo < photo { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Haul.Digest: Comparable {
  /// The order of the digests' digits.
  static func < (left: Self, right: Self) -> Bool {
    for index in 0..<4 where left.words[index] != right.words[index] {
      return left.words[index] < right.words[index]
    }
    return false
  }
}
