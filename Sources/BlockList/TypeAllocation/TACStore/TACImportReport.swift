/// What the import of a TAC list did, for the person and for the exit code.
public struct TACImportReport: Hashable, Sendable, Codable {
  /// The list as it stands in the store now, with the counts.
  public let info: TACListInfo
  /// The import that this one replaced.
  public let former: TACListInfo?
  /// How the file was read: delimiter, header, columns.
  public let shape: String
  /// The first refused rows, in file order.
  public let refusals: [RefusedRow]
  /// How many refused rows stand in no report because of the cap on ``refusals``.
  public let refusalsNotKept: Int

  /// Whether every row went in.
  public var isComplete: Bool { info.counts.refused == 0 }

  /// One sentence for a person.
  public var summary: String {
    let counts = info.counts
    let place = former.map { " in place of the one of \($0.list.date)" } ?? ""
    let duplicates = counts.duplicates > 0 ? ", \(counts.duplicates) duplicates" : ""
    return "TAC list \(info.list) imported\(place): \(counts.accepted) codes\(duplicates), "
      + "\(counts.refused) refused."
  }
}
