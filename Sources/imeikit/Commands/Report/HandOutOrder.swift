import CaseFile
import Foundation
import Intake
import Reporting

/// What is to be handed out, of which case, to whom, and where to.
struct HandOutOrder: Sendable {
  let casePath: String
  let person: PersonOptions
  let out: String
  let recipient: String?
  let talk: Talk
  /// How much of whole photos is shown.
  var thumbnails = ThumbnailMode.none
  /// The folder of copies of originals; nil for the usual one.
  var copies: String?
  /// Whether originals are hashed again before anything is written; nil where nothing written speaks of them.
  var hashesOriginals: Bool?
  /// How photos are opened; nil where none is.
  var reading: ReadingOptions?

  init(_ place: CaseOptions, _ handing: HandOutOptions, talk: Talk) {
    casePath = place.path
    person = place.person
    out = handing.out
    recipient = handing.recipient
    self.talk = talk
  }

  /// Copies of the originals; nil where there is no folder of them.
  func originals() throws -> OriginalStore? {
    let folder = copies ?? casePath + ".originals"
    guard FileManager.default.fileExists(atPath: folder) else {
      guard copies == nil else {
        throw Failure(.usage, "There is no folder \(PhotoPath(folder).quoted).")
      }
      return nil
    }
    return try OriginalStore(
      ProcessArguments.paths(matching: [folder]).first ?? PhotoPath(folder))
  }
}
