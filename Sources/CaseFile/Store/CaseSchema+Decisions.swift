extension CaseSchema {
  /// What the lists said of a number when a person gave it, as results hold answers: with the lists' names, dates
  /// and digests and the entries found. Of decisions that were recorded before, ``decision.answer`` alone is kept.
  static let decisionTables = """
    CREATE TABLE decision_answer (
      decision_id INTEGER PRIMARY KEY REFERENCES decision (id), answer TEXT NOT NULL) STRICT;
    """
}
