/// Whether the log is whole.
struct VerifyAnswer: Codable, Sendable {
  /// Whether nothing was changed, taken out, put in or cut off.
  var isWhole: Bool
  /// What is wrong, a sentence each.
  var problems: [String]
  /// How many events there are.
  var events: Int64
  /// The end of the log.
  @Nullable var head: HeadAnswer?
}
