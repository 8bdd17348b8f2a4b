import ArgumentParser
import Evaluation
import Foundation

/// Scores the kit, and a peer when asked, over a folder with a manifest.
@main
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Run the kit over a set of pictures with known truth and print how it did.",
    discussion: """
      Columns: numbers that should be found; accepted and right; offered for review with the right
      digits first; missed; accepted AND WRONG; wrong accepts on pictures without an IMEI; readable
      pictures dismissed as none or unreadable; review offers that are printed nowhere.

      Examples:
        tools/evaluate testimages/lockscreens
        tools/evaluate FOLDER --against tesseract --jobs 1
      """)

  enum Peer: String, ExpressibleByArgument, CaseIterable {
    case tesseract
  }

  @Argument(help: "A folder with pictures and a manifest.jsonl.")
  var folder: String

  @Option(help: "The imeikit binary.")
  var binary: String

  @Option(help: "Also run a peer on the same pictures: tesseract (plain command, regex, Luhn).")
  var against: Peer?

  @Option(help: "Worker processes of the kit; its own default when absent.")
  var jobs: Int?

  func run() throws {
    let folder = URL(filePath: self.folder, directoryHint: .isDirectory)
    let kit = try Evaluation(
      of: KitReader(binary: URL(filePath: binary), jobs: jobs), over: folder)
    print(ScoreTable(kit).rendered())
    if against == .tesseract {
      let peer = try Evaluation(of: TesseractReader(), over: folder)
      print(ScoreTable(peer).rendered())
      print(
        String(
          format: "\nCPU a picture, imeikit to %@: %.2f", peer.reader,
          kit.cpuSeconds / max(peer.cpuSeconds, 1e-9)))
    }
    if !kit.total.wrong.isEmpty { throw ExitCode.failure }
  }
}
