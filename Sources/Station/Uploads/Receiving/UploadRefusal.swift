internal import CaseFile
internal import Intake

/// Why a file is not taken, and what its sender should do.
struct UploadRefusal: Sendable, Hashable {
  /// What is wrong with it.
  let reason: String
  /// What to do about it.
  let cure: String
  /// Whether it is only too long.
  var isTooLarge = false

  static func tooLarge(maximumBytes: Int) -> UploadRefusal {
    UploadRefusal(
      reason: "The file is larger than \(maximumBytes) bytes.",
      cure: "Save the photo smaller, or have the station started with a higher limit.",
      isTooLarge: true)
  }

  static let nameTooLong = UploadRefusal(
    reason: "The file's name is longer than \(NewUpload.longestName) bytes.",
    cure: "Give the file a shorter name.")

  /// The refusal of a file whose exhibit's reference is none.
  init(exhibit: String) {
    reason = "“\(exhibit.visible(limit: 80))” is no reference of an exhibit."
    cure = "Give it as on the label, for example AB/1."
  }

  init(reason: String, cure: String, isTooLarge: Bool = false) {
    self.reason = reason
    self.cure = cure
    self.isTooLarge = isTooLarge
  }
}

/// A file that was not taken.
struct RefusedUpload: Sendable, Hashable {
  /// Its name as sent.
  let name: [UInt8]
  /// Its length.
  let size: Int
  /// Why.
  let refusal: UploadRefusal
}
