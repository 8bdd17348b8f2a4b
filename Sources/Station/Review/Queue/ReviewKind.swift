/// How a person is asked about a number.
enum ReviewKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// The reading is shown, and the person says whether it is what stands in the picture.
  case confirm
  /// Nothing but the picture is shown, and the person keys what stands there.
  case blind
  /// Two differ; a third person keys what stands there, and has the last word.
  case settle
}
