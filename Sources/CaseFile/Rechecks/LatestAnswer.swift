/// How queries find the latest answer of a number: that of the last recheck, where it asked for the number, and
/// otherwise the one that was recorded with it.
///
/// A recheck asks for all numbers there are, so only the last one matters, and what was recorded after it has
/// an answer that is newer.
enum LatestAnswer {
  static let last = """
    (SELECT id, event, answer, lists, readings_to, decisions_to, asked_at FROM recheck
      ORDER BY id DESC LIMIT 1) AS latest
    """

  /// What to join to `reading_row`: the recheck that asked for it as `latest`, what it found as `renewed`.
  static let ofReadings = """
    LEFT JOIN \(last)
      ON reading_row.reading_id <= latest.readings_to AND reading_row.imei IS NOT NULL
    LEFT JOIN renewed_answer AS renewed
      ON renewed.recheck_id = latest.id AND renewed.number = reading_row.imei
    """

  /// The same for `decision`.
  static let ofDecisions = """
    LEFT JOIN \(last)
      ON decision.event <= latest.decisions_to AND decision.number IS NOT NULL
    LEFT JOIN renewed_answer AS renewed
      ON renewed.recheck_id = latest.id AND renewed.number = decision.number
    """

  /// The state of a `reading_row` with ``ofReadings`` joined.
  static let stateOfReading = state("reading_row")
  /// The state of a `decision` with ``ofDecisions`` joined; null when it gives no number.
  static let stateOfDecision = state("decision")

  private static func state(_ table: String) -> String {
    """
    (CASE WHEN latest.id IS NULL THEN \(table).answer ELSE coalesce(renewed.state, 'notFlagged') END)
    """
  }
}
