import Evaluation
import Foundation
import IMEI
import Imaging
import Reading

/// A reader that goes without a part, and how it does over a set.
struct AblationRow {
  /// What is printed before the figures.
  var label: String
  /// The name by which the row is asked for.
  var name: String
  /// What the reader may use.
  var parts: ReaderParts

  /// Everything first, then without each part.
  static let all = [
    AblationRow(label: "everything", name: "everything", parts: .all),
    .without(.barcodes, "barcodes"),
    .without(.tesseract, "tesseract"),
    .without(.closerLook, "closerLook"),
    .without(.refining, "refining"),
    .without(.captions, "captions"),
    .without(.witnesses, "witnesses"),
  ]

  private static func without(_ part: ReaderParts, _ name: String) -> AblationRow {
    AblationRow(label: "without \(name)", name: name, parts: ReaderParts.all.subtracting(part))
  }

  /// How a reader did.
  struct Result {
    /// Its answers, scored.
    var score = Score()
    /// CPU seconds of reading, all pictures together.
    var cpuSeconds = 0.0
  }

  /// Reads every picture; what cannot be decoded counts as refused.
  func measure(_ pictures: [Picture], in folder: URL) throws -> Result {
    let reader = try PageReader(parts: parts)
    let decoder = ImageDecoder()
    var result = Result()
    for picture in pictures {
      let bytes = try [UInt8](Data(contentsOf: folder.appending(path: picture.file)))
      guard let photo = try? decoder.decode(bytes) else {
        result.score.add(Answer(accepted: [], offered: [], status: "refused"), to: picture)
        continue
      }
      let started = Self.cpuSeconds()
      let reading = reader.read(photo)
      result.cpuSeconds += Self.cpuSeconds() - started
      result.score.add(Answer(reading), to: picture)
    }
    return result
  }

  /// The names of the columns.
  static let header = row(
    ["", "numbers", "accepted", "offered", "WRONG", "dismissed", "CPU s a picture"])

  /// The row with its figures.
  func rendered(_ result: Result) -> String {
    let score = result.score
    let counts = [
      score.expected, score.accepted, score.offered, score.wrong.count, score.dismissed,
    ]
    let seconds = result.cpuSeconds / Double(max(1, score.pictures))
    return Self.row([label] + counts.map(String.init) + [String(format: "%.3f", seconds)])
  }

  private static let widths = [22, 9, 10, 9, 7, 11, 17]

  private static func row(_ cells: [String]) -> String {
    zip(cells, widths).enumerated().map { column, cell in
      let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return column == 0 ? cell.0 + padding : padding + cell.0
    }.joined()
  }

  /// CPU seconds of this process, all threads together.
  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Answer {
  /// What a reading says, as a manifest's truth is compared with it.
  fileprivate init(_ reading: PageReading) {
    self.init(
      accepted: reading.readings.filter { $0.status == .accepted }.map(\.imei.digits),
      offered: reading.readings.filter { $0.status == .review }.map(\.imei.digits),
      status: reading.status.rawValue)
  }
}
