/// Where a log stands, and what it says at an earlier place.
struct AuditPosition {
  /// The case that the log belongs to.
  var caseIdentifier: String
  /// The end of the log; `nil` when it is empty.
  var head: AuditHead?
  /// The hash of the event at the sequence that was asked for; `nil` when there is none.
  var hashThere: [UInt8]?
}
