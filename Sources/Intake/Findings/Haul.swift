internal import BlockList
internal import IMEI

/// What the findings need of every photo with an IMEI, packed: 16 bytes an IMEI seen, 56 bytes and the
/// name a photo.
struct Haul {
  /// One IMEI on one photo.
  struct Sighting {
    var key: UInt64
    var photo: UInt32
    /// 0...9, or 255 for none.
    var checkDigit: UInt8
    /// The SIM slot the caption names, 0 for none.
    var slot: UInt8
    var state: State
    var isSettled: Bool

    enum State: UInt8 { case notChecked, notFlagged, flagged }

    var tac: UInt32 { UInt32(key / 1_000_000) }
    var serial: Int { Int(key % 1_000_000) }

    var imei: IMEI? {
      EquipmentKey(key).map {
        IMEI(key: $0, printedCheckDigit: checkDigit == 255 ? nil : checkDigit)
      }
    }
    var text: String { imei?.digits ?? "" }
  }

  struct Photo {
    var name: Range<Int>
    /// The length of the folder's part of the name.
    var folder: Int
    /// The exhibit's number, or -1.
    var exhibit: Int32
    /// SHA-256 of the file; all zero when not known.
    var digest: Digest
  }

  struct Digest: Hashable {
    var words: SIMD4<UInt64>

    static let unknown = Digest(words: .zero)
  }

  private(set) var sightings: [Sighting] = []
  private(set) var photos: [Photo] = []
  private(set) var makes: [UInt32: String] = [:]
  private var names: [UInt8] = []
  private var exhibits: [String] = []
  private var exhibitNumbers: [String: Int32] = [:]

  mutating func add(_ result: PhotoResult, exhibit: String?) {
    let number = UInt32(clamping: photos.count)
    let before = sightings.count
    for reading in result.readings {
      guard let imei = IMEI(reading.imei) else { continue }
      // Two printings of one IMEI on one photo are one sighting.
      if sightings[before...].contains(where: { $0.key == imei.key.value }) { continue }
      if let make = reading.tac.make { makes[imei.tac.value] = make }
      let state: Sighting.State =
        switch reading.answer?.state {
        case .flagged: .flagged
        case .notFlagged: .notFlagged
        case .notChecked, nil: .notChecked
        }
      sightings.append(
        Sighting(
          key: imei.key.value, photo: number, checkDigit: imei.printedCheckDigit ?? 255,
          slot: UInt8(clamping: reading.slot ?? 0), state: state,
          isSettled: reading.status == .accepted))
    }
    guard sightings.count > before else { return }
    // The text, not the bytes: findings name a photo as its result does.
    let name = Array(result.file.utf8)
    let start = names.count
    names += name
    photos.append(
      Photo(
        name: start..<names.count,
        folder: name.lastIndex(of: UInt8(ascii: "/")) ?? 0,
        exhibit: exhibit.map { self.number(of: $0) } ?? -1,
        digest: result.sha256.flatMap { Self.digest($0) } ?? .unknown))
  }

  func name(of photo: UInt32) -> String {
    String(decoding: names[photos[Int(photo)].name], as: UTF8.self)
  }

  func exhibit(of photo: UInt32) -> String? {
    let number = photos[Int(photo)].exhibit
    return number < 0 ? nil : exhibits[Int(number)]
  }

  /// Takes each photo's folder for its exhibit; with a bound, only when no folder holds more photos
  /// and there are at least two.
  mutating func takeFoldersForExhibits(mostPhotos: Int?) {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for photo in photos { counts[folder(of: photo), default: 0] += 1 }
    if let mostPhotos {
      guard counts.count > 1, counts.values.allSatisfy({ $0 <= mostPhotos }) else { return }
    }
    for index in photos.indices {
      let folder = String(decoding: folder(of: photos[index]), as: UTF8.self)
      photos[index].exhibit = number(of: folder.isEmpty ? "." : folder)
    }
  }

  private func folder(of photo: Photo) -> ArraySlice<UInt8> {
    names[photo.name.lowerBound..<photo.name.lowerBound + photo.folder]
  }

  private mutating func number(of exhibit: String) -> Int32 {
    if let known = exhibitNumbers[exhibit] { return known }
    let number = Int32(clamping: exhibits.count)
    exhibitNumbers[exhibit] = number
    exhibits.append(exhibit)
    return number
  }

  private static func digest(_ text: String) -> Digest? {
    guard text.utf8.count == 64 else { return nil }
    var words = SIMD4<UInt64>.zero
    var rest = text[...]
    for index in 0..<4 {
      guard let word = UInt64(rest.prefix(16), radix: 16) else { return nil }
      words[index] = word
      rest = rest.dropFirst(16)
    }
    return Digest(words: words)
  }
}
