import ArgumentParser
import Evaluation
import Foundation
import Imaging
import Reading

/// Prints what each part of the reader is worth.
@main
struct BenchmarkAblation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark-ablation",
    abstract: "Read a set of pictures with everything, then without one part at a time.",
    discussion: """
      Columns: numbers that should be found; accepted and right; offered for review with the right
      digits first; accepted AND WRONG; readable pictures dismissed as none or unreadable; CPU
      seconds a picture, decoding left out. All in one process and on one thread.

      EXAMPLES:
        swift run -c release benchmark-ablation testimages/labels
        swift run -c release benchmark-ablation FOLDER --limit 100 --only everything --only captions
      """)

  @Argument(help: "A folder with pictures and a manifest.jsonl.")
  var folder: String

  @Option(help: "Read the first so many pictures of the manifest only.")
  var limit: Int?

  @Option(
    help: "Only these rows: \(AblationRow.all.map(\.name).joined(separator: ", ")). Repeatable.")
  var only: [String] = []

  func validate() throws {
    let names = AblationRow.all.map(\.name)
    if let unknown = only.first(where: { !names.contains($0) }) {
      throw ValidationError(
        "There is no row \(unknown); there are \(names.joined(separator: ", ")).")
    }
  }

  func run() throws {
    let folder = URL(filePath: self.folder, directoryHint: .isDirectory)
    let pictures = Array(try Picture.manifest(in: folder).prefix(limit ?? .max))
    print("\(pictures.count) pictures")
    print(AblationRow.header)
    for row in AblationRow.all where only.isEmpty || only.contains(row.name) {
      let result = try row.measure(pictures, in: folder)
      print(row.rendered(result))
      for wrong in result.score.wrong {
        print("  ACCEPTED AND WRONG: \(wrong.file): \(wrong.digits)")
      }
    }
  }
}
