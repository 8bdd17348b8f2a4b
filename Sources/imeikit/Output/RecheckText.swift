import BlockList
import IMEI
import Intake

/// A changed answer for people, four lines each.
struct RecheckText {
  /// The style of standard output.
  let style: TextStyle

  /// The lines of one change.
  ///
  /// - Parameter place: where the number stands, safe to show.
  func text(
    of imei: IMEI, at place: String, _ kind: RecheckChange.Kind, _ sentence: String,
    before: StoredAnswer, after: Answer
  ) -> String {
    let text = """
      \(imei.formatted)  \(place)
        \(sentence)
        then  \(Self.lists(before))
        now   \(Self.lists(StoredAnswer(after)))
      """
    return kind == .flagged ? style.red(text) : text
  }

  /// `“NAME” of DATE, SHA-256 …`, a list after the other.
  private static func lists(_ answer: StoredAnswer) -> String {
    answer.lists.isEmpty ? "no list" : answer.lists.map(\.wordsWithDigest).joined(separator: "; ")
  }
}
