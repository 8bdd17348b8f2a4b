/// What the words near a number say about it.
struct Context: Equatable {
  /// `nil` when they say IMEI.
  var other: OtherIdentifier.Kind?
  var slot: Int?
  var saysSoftwareVersion: Bool
  var place: Caption.Place
  /// The words as read.
  var words: String
  var box: TextBox
  /// Which line and which of its captions.
  var line: Int
  var hit: Int

  var isIMEI: Bool { other == nil }

  /// The caption to show with a candidate.
  var caption: Caption {
    Caption(
      text: words, slot: slot, saysSoftwareVersion: saysSoftwareVersion, place: place, box: box)
  }
}
