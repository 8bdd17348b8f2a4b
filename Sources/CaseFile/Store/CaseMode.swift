/// What a case file is opened for.
public enum CaseMode: Sendable, Hashable {
  /// For work: everything done, looking included, is logged.
  case readWrite
  /// For checking a copy; nothing is written, so looking is not logged.
  case readOnly
}
