public import BlockList
internal import Foundation

/// What was answered before, as the case holds it.
public struct FormerAnswer: Sendable, Hashable {
  /// A list as it was named then.
  public struct List: Sendable, Hashable, Decodable {
    /// The name given at import.
    public let name: String
    /// The day it stood for.
    public let date: String
    /// SHA-256 of its file.
    public let sha256: String

    init(name: String, date: String, sha256: String) {
      self.name = name
      self.date = date
      self.sha256 = sha256
    }

    /// A line `NAME DATE SHA256`; the name may have blanks.
    init?(line: some StringProtocol) {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count >= 3 else { return nil }
      name = parts.dropLast(2).joined(separator: " ")
      date = String(parts[parts.count - 2])
      sha256 = String(parts[parts.count - 1])
    }
  }

  /// Flagged, not flagged or not checked.
  public let state: Answer.State
  /// The lists that flagged it when it was flagged, otherwise those that were asked; none where the case
  /// does not hold them, as for what a person gave in an earlier release.
  public let lists: [List]
  /// The answer as JSON, as a result's reading has it; `nil` where the case holds only the state.
  public let json: String?

  private struct Content: Decodable {
    struct Match: Decodable {
      let list: List
    }
    let matches: [Match]?
    let lists: [List]?
  }

  init(state: String, lines: String?, json: String?) {
    self.state = Answer.State(rawValue: state) ?? .notChecked
    self.json = json
    let content = json.flatMap { try? JSONDecoder().decode(Content.self, from: Data($0.utf8)) }
    if self.state == .flagged, let matches = content?.matches, !matches.isEmpty {
      lists = matches.map(\.list).uniqued
    } else {
      lists =
        content?.lists
        ?? (lines ?? "").split(separator: "\n").compactMap { List(line: $0) }
    }
  }
}

/// A number of the case whose answer a recheck looked at again: it was flagged, or it is.
public struct AnswerChange: Sendable, Hashable {
  /// Which number of which photo.
  public let subject: ReadingSubject
  /// The digits.
  public let number: String
  /// Who gave the digits; `nil` when they were read.
  public let person: String?
  /// What was answered before.
  public let before: FormerAnswer
  /// What the lists say now.
  public let after: Answer

  /// Whether it is flagged and was not.
  public var isNewlyFlagged: Bool { before.state != .flagged && after.state == .flagged }
  /// Whether it was flagged and is not.
  public var isNoLongerFlagged: Bool { before.state == .flagged && after.state != .flagged }
}
