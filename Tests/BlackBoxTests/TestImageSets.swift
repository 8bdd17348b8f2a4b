import Evaluation
import Foundation
import Testing

/// What the kit must at least reach on each set of testimages/, as its user runs it.
///
/// Wrong accepts are zero everywhere; the least counts stand a little below what was measured when
/// they were written, so that a library's update does not break them and a loss does.
struct SetThreshold: Sendable, CustomTestStringConvertible {
  var folder: String
  /// Accepted with the right digits, at least.
  var accepted: Int
  /// Accepted, or offered for review with the right digits first, at least.
  var found: Int

  var testDescription: String { folder }
}

@Suite("testimages", .serialized)
struct TestImageSets {
  static let thresholds = [
    SetThreshold(folder: "lockscreens", accepted: 21, found: 26),
    SetThreshold(folder: "sheets", accepted: 13, found: 13),
    SetThreshold(folder: "about", accepted: 11, found: 14),
    SetThreshold(folder: "labels", accepted: 17, found: 19),
    SetThreshold(folder: "devices", accepted: 7, found: 11),
    SetThreshold(folder: "bags", accepted: 5, found: 7),
    SetThreshold(folder: "tables", accepted: 30, found: 31),
    SetThreshold(folder: "formats", accepted: 60, found: 61),
    SetThreshold(folder: "falsepositives", accepted: 0, found: 0),
    SetThreshold(folder: "broken", accepted: 0, found: 0),
  ]

  @Test(arguments: thresholds)
  func isReadAsWellAsBefore(threshold: SetThreshold) async throws {
    let folder = Checkout.testImages.appending(path: threshold.folder)
    let kit = KitReader(binary: try Checkout.binary())
    let total = try await onThread { try Evaluation(of: kit, over: folder).total }
    #expect(total.wrong == [])
    #expect(total.accepted >= threshold.accepted)
    #expect(total.accepted + total.offered >= threshold.found)
    #expect(total.notRefused == [])
  }

  @Test func everySetHasAThreshold() throws {
    let folders = try FileManager.default
      .contentsOfDirectory(at: Checkout.testImages, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { $0.hasDirectoryPath }.map(\.lastPathComponent)
    #expect(Set(folders) == Set(Self.thresholds.map(\.folder)))
  }
}
