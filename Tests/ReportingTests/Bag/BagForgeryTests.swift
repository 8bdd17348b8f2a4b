import CaseFile
import Foundation
import Reporting
import Testing

@Suite struct BagForgeryTests {
  /// A way to falsify a bag, and what its own commands print.
  struct Forgery: Sendable, CustomTestStringConvertible {
    var name: String
    var words: String
    var forge: @Sendable (String) throws -> Void
    var testDescription: String { name }
  }

  private static func append(_ text: String, to path: String, _ folder: String) throws {
    try BagScene.put(try BagScene.text(path, folder) + text, to: path, folder)
  }

  private static func foreignKey() throws -> StationKey {
    let folder = FileManager.default.temporaryDirectory.path + "/key-\(UUID().uuidString)"
    return try StationKey.create(inFolder: folder)
  }

  static let forgeries: [Forgery] = [
    Forgery(name: "a byte changed", words: "data/report/report.html: FAILED") {
      try BagScene.put("b report", to: "data/report/report.html", $0)
    },
    Forgery(name: "a file removed", words: "data/crops.csv: FAILED open or read") {
      try FileManager.default.removeItem(atPath: $0 + "/data/crops.csv")
    },
    Forgery(name: "a file added", words: "data/originals/extra.jpg") {
      try FileManager.default.createDirectory(
        atPath: $0 + "/data/originals", withIntermediateDirectories: true)
      try BagScene.put("x", to: "data/originals/extra.jpg", $0)
    },
    Forgery(name: "a hidden file added beside data", words: "< .hidden") {
      try BagScene.put("x", to: ".hidden", $0)
    },
    Forgery(name: "a file exchanged for a link", words: "./data/lists.txt") {
      try FileManager.default.moveItem(
        atPath: $0 + "/data/lists.txt", toPath: $0 + "/../lists-\(UUID().uuidString)")
      let names = try FileManager.default.contentsOfDirectory(atPath: $0 + "/..")
      let target = try #require(names.first { $0.hasPrefix("lists-") })
      try FileManager.default.createSymbolicLink(
        atPath: $0 + "/data/lists.txt", withDestinationPath: "../../\(target)")
    },
    Forgery(name: "the instructions changed", words: "VERIFY.txt: FAILED") {
      try append("x\n", to: "VERIFY.txt", $0)
    },
    Forgery(name: "a report changed and listed anew", words: "list of files: FAILED") {
      try BagScene.put("b report", to: "data/report/report.html", $0)
      try BagScene.listAnew($0)
    },
    Forgery(name: "a file added and listed", words: "list of files: FAILED") {
      try BagScene.put("x", to: "data/report/more.html", $0)
      try BagScene.listAnew($0)
    },
    Forgery(name: "the log cut off and listed anew", words: "the log does not hold event") {
      for file in ["data/audit/audit.jsonl", "data/audit/hashes.txt"] {
        let lines = try BagScene.text(file, $0).split(separator: "\n").dropLast(2)
        try BagScene.put(lines.map { "\($0)\n" }.joined(), to: file, $0)
      }
      try BagScene.listAnew($0)
    },
    Forgery(name: "an event changed and listed anew", words: "event 1: line and hash do not") {
      let log = try BagScene.text("data/audit/audit.jsonl", $0)
      let (first, rest) = (log.prefix { $0 != "\n" }, log.drop { $0 != "\n" })
      try BagScene.put(
        String(first).replacing("Ann 1", with: "Bob 2") + String(rest),
        to: "data/audit/audit.jsonl", $0)
      try BagScene.listAnew($0)
    },
    Forgery(name: "another station's key put there", words: "key: FAILED") {
      try BagScene.put(try foreignKey().publicPEM, to: "data/audit/station.pub.pem", $0)
      try BagScene.listAnew($0)
    },
    Forgery(name: "the head's signature changed", words: "signature: FAILED") {
      try Data(repeating: 7, count: 64)
        .write(to: URL(fileURLWithPath: $0 + "/data/audit/head.sig"))
      try BagScene.listAnew($0)
    },
    Forgery(name: "the list signed by another station", words: "list of files: FAILED") {
      let list = Array(try BagScene.text("manifest-sha256.txt", $0).utf8)
      try Data(try foreignKey().sign(list))
        .write(to: URL(fileURLWithPath: $0 + "/manifest-sha256.sig"))
      try BagScene.listAnew($0)
    },
  ]

  @Test(arguments: forgeries)
  func theCommandsFailOnABagThatWasFalsified(_ forgery: Forgery) throws {
    let scene = try BagScene()
    let (folder, _, _) = try scene.write(try scene.bag())
    try forgery.forge(folder)
    let outcome = try BagScene.follow(folder)
    #expect(outcome.status != 0)
    #expect(outcome.output.contains(forgery.words), "\(outcome.output)")
  }
}
