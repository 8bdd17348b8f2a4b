public import Foundation

/// IMEIKit itself: `imeikit scan` over the set, as its user runs it.
public struct KitReader: PictureReader, Sendable {
  private let binary: URL
  private let jobs: Int?

  /// Makes a reader that runs a binary with a number of jobs; nil for its own default.
  public init(binary: URL, jobs: Int? = nil) {
    self.binary = binary
    self.jobs = jobs
  }

  /// `imeikit`.
  public var name: String { "imeikit" }

  /// Scans the files in one run.
  public func answers(for files: [String], in folder: URL) throws -> [String: Answer] {
    var arguments = ["scan", "--format", "jsonl", "--quiet"]
    if let jobs { arguments += ["--jobs", String(jobs)] }
    let paths = files.map { folder.appending(path: $0).path }
    let output = try Command(binary, arguments + ["--"] + paths).output(
      accepting: [0, 10, 20, 30])
    let decoder = JSONDecoder()
    let names = Dictionary(zip(paths, files), uniquingKeysWith: { first, _ in first })
    var answers: [String: Answer] = [:]
    for line in output.split(separator: UInt8(ascii: "\n")) {
      let photo = try decoder.decode(PhotoLine.self, from: line)
      if let name = names[photo.file] { answers[name] = photo.answer }
    }
    return answers
  }
}
