internal import BlockList
internal import Foundation

/// A block list as the interface shows it.
struct ListItem: Codable, Sendable, Hashable {
  /// The name.
  var name: String
  /// The day it stands for.
  var date: String
  /// What it means to stand on it.
  var kind: String
  /// SHA-256 of the list file.
  var sha256: String
  /// Who publishes it; empty when that was not said.
  var publisher: String
  /// The name of the file that was imported.
  var source: String
  /// When it was imported, UTC.
  var importedAt: String
  /// Days from the day it stands for until today; negative where today has not come yet in UTC.
  var ageDays: Int
  /// How many entries it has.
  var entries: Int
  /// How many rows of the file were refused.
  var rejected: Int
  /// Whether numbers are checked against it; false for an edition that was replaced.
  var isInForce: Bool
  /// When another edition took its place, UTC.
  @Nullable var replacedAt: String?

  init(_ info: ListInfo, isInForce: Bool, now: Date = Date()) {
    name = info.list.name
    date = info.list.date.description
    kind = info.list.kind.rawValue
    sha256 = info.list.sha256
    publisher = info.publisher.visible()
    source = info.source.visible()
    importedAt = Self.milliseconds(info.importedAt)
    ageDays = Self.days(from: info.list.date, to: now)
    entries = info.total
    rejected = info.counts.refused
    self.isInForce = isInForce
    replacedAt = info.replacedAt.map(Self.milliseconds)
  }

  /// The store keeps times to the second; all times of the interface have milliseconds.
  private static func milliseconds(_ time: String) -> String {
    time.utf8.count == 20 && time.hasSuffix("Z") ? time.dropLast() + ".000Z" : time
  }

  private static func days(from date: ListDate, to now: Date) -> Int {
    let day = DateComponents(
      calendar: Calendar(identifier: .gregorian), timeZone: .gmt, year: date.year,
      month: date.month, day: date.day
    ).date
    guard let day else { return 0 }
    return Int((now.timeIntervalSince(day) / 86_400).rounded(.down))
  }
}
