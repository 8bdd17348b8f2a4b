public import BlockList
public import CaseFile
internal import Foundation
public import IMEI

/// What a recheck of a case came to.
public struct CaseRecheckReport: Sendable {
  /// The recheck as it was recorded.
  public let recheck: RecordedRecheck
  /// Every place at which a number stands whose answer is another one: by photos, those read before those that
  /// people gave.
  public let changes: [CaseRecheckChange]
  /// How many readings in review have a listed number near them.
  public let leads: Int

  init(_ report: RecheckReport, in file: CaseFile) throws {
    recheck = report.recheck
    leads = report.leads
    changes = try report.changes.compactMap { change in
      guard let photo = try file.photo(change.subject.photo) else { return nil }
      // A photo that was sent is known by the name it was sent under.
      let name = try file.uploads(ofPhoto: photo.sha256).last?.name ?? photo.names.first
      return CaseRecheckChange(change, name: name ?? [], exhibits: photo.exhibits)
    }
  }

  /// How many places there are of one kind of change.
  public func count(_ kind: RecheckChange.Kind) -> Int { changes.count { $0.kind == kind } }
}

/// One number of a case whose answer is another one with the lists now in force.
public struct CaseRecheckChange: Sendable {
  /// SHA-256 of the photo.
  public let photo: String
  /// The exhibits that the photo shows.
  public let exhibits: [String]
  /// Which number of the photo: `read:0`, or `seen:0` for one that only a person saw.
  public let number: String
  /// Who gave the digits; `nil` when they were read.
  public let person: String?
  private let change: RecheckChange

  /// What the photo is called: the name it was sent under last, or else its file's path.
  public var source: String { change.source }
  /// ``source`` safe to show.
  public var shownSource: String { change.shownSource }
  /// The IMEI.
  public var imei: IMEI { change.imei }
  /// What changed.
  public var kind: RecheckChange.Kind { change.kind }
  /// The answer before.
  public var before: StoredAnswer { change.before }
  /// The answer of the lists now in force.
  public var after: Answer { change.after }
  /// One sentence for a person.
  public var sentence: String { change.sentence }

  /// `nil` when nothing a person acts on changed.
  init?(_ change: AnswerChange, name: [UInt8], exhibits: [String]) {
    guard let imei = IMEI(change.number) else { return nil }
    let before = StoredAnswer(change.before)
    // Of what a person gave the case does not hold which lists flagged it: that they are others cannot be told.
    guard before.state != .flagged || change.after.state != .flagged || !before.matches.isEmpty
    else { return nil }
    let found = RecheckChange(
      line: 0, source: PhotoPath(bytes: name).text,
      item: StoredResult.Item(imei: imei, answer: before), after: change.after)
    guard let found else { return nil }
    self.change = found
    self.photo = change.subject.photo
    self.exhibits = exhibits
    person = change.person
    switch change.subject.number {
    case .read(let position): number = "read:\(position)"
    case .seen(let index): number = "seen:\(index)"
    }
  }
}

extension CaseRecheckChange: Encodable {
  private enum CodingKeys: String, CodingKey {
    case photo, source, exhibits, number, person, imei, change, before, after, sentence
  }

  /// Writes every key, `null` where there is no value.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(photo, forKey: .photo)
    try keys.encode(source, forKey: .source)
    try keys.encode(exhibits, forKey: .exhibits)
    try keys.encode(number, forKey: .number)
    try keys.encode(person, forKey: .person)
    try keys.encode(imei, forKey: .imei)
    try keys.encode(kind, forKey: .change)
    try keys.encode(before, forKey: .before)
    try keys.encode(after, forKey: .after)
    try keys.encode(sentence, forKey: .sentence)
  }
}

extension StoredAnswer {
  /// What the case holds of a former answer.
  init(_ former: FormerAnswer) {
    let stored = former.json.flatMap {
      try? JSONDecoder().decode(StoredAnswer.self, from: Data($0.utf8))
    }
    self =
      stored
      ?? StoredAnswer(
        state: former.state, matches: [],
        lists: former.lists.map { List(name: $0.name, date: $0.date, sha256: $0.sha256) })
  }
}
