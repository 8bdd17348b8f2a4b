internal import Foundation
internal import GRDB

/// The photos as their events tell of them in clear, which stays when the salt of the rows' digests goes.
struct ToldPhotos {
  /// The digests of each photo's results, in order.
  private var results: [String: [String]] = [:]

  mutating func add(_ event: AuditEvent) {
    guard event.entry.kind == "photo.read", case .text(let photo) = event.entry.details["photo"],
      case .text(let result) = event.entry.details["result"]
    else { return }
    results[photo, default: []].append(result)
  }

  func compare(_ db: Database) throws -> [CaseFault] {
    var faults: [CaseFault] = []
    func add(_ photo: String, _ what: String) {
      let name = CaseText.shown(photo, limit: 80)
      faults.append(
        CaseFault(
          kind: .photo, subject: "photo:\(name)", message: "Photo \(name) \(what)."))
    }
    var unseen = results
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT sha256, result_sha256 FROM photo LEFT JOIN reading ON photo_id = photo.id
        ORDER BY photo.id, reading.id
        """)
    var found: [String: [String]] = [:]
    var order: [String] = []
    while let row = try rows.next() {
      let photo = PhotoDigest.text(row[0])
      if found[photo] == nil { order.append(photo) }
      found[photo, default: []] += (row[1] as Data?).map { [PhotoDigest.text($0)] } ?? []
    }
    for photo in order {
      guard let told = unseen.removeValue(forKey: photo) else {
        add(photo, "was never read, as far as the log tells")
        continue
      }
      if told != found[photo] { add(photo, "has other results than the log tells of") }
    }
    for photo in unseen.keys.sorted() {
      add(photo, "was read, as the log tells, and is not in the case")
    }
    return faults
  }
}
