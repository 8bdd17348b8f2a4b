public import Foundation

/// A reader's answers over a set, scored by tier and kind, with the time they took.
public struct Evaluation: Sendable {
  /// The reader's name.
  public var reader: String
  /// Scores by tier, then kind.
  public private(set) var scores: [String: [String: Score]] = [:]
  /// CPU seconds of the reader and its children.
  public var cpuSeconds: Double
  /// Seconds from start to end.
  public var wallSeconds: Double

  /// All groups together.
  public var total: Score {
    var total = Score()
    for kinds in scores.values { for score in kinds.values { total.add(score) } }
    return total
  }

  /// All kinds of one tier together.
  public func total(tier: String) -> Score {
    var total = Score()
    for score in scores[tier, default: [:]].values { total.add(score) }
    return total
  }

  /// Scores a reader over the pictures of a folder.
  ///
  /// - Throws: `EvaluationError` when the manifest or the reader cannot be used.
  public init(of reader: some PictureReader, over folder: URL) throws {
    let pictures = try Picture.manifest(in: folder)
    let cpu = Self.childrenCPUSeconds()
    let started = ContinuousClock.now
    let answers = try reader.answers(for: pictures.map(\.file), in: folder)
    wallSeconds = Self.seconds(ContinuousClock.now - started)
    cpuSeconds = Self.childrenCPUSeconds() - cpu
    self.reader = reader.name
    for picture in pictures {
      guard let answer = answers[picture.file] else {
        throw EvaluationError("\(reader.name) gave no answer for \(picture.file).")
      }
      scores[picture.tier, default: [:]][picture.kind, default: Score()].add(answer, to: picture)
    }
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func childrenCPUSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime]
      .map { Double($0.tv_sec) + Double($0.tv_usec) / 1e6 }.reduce(0, +)
  }
}

/// Something that reads the pictures of a set.
public protocol PictureReader {
  /// The reader's name in the table.
  var name: String { get }

  /// An answer for each file, by its name relative to the folder.
  func answers(for files: [String], in folder: URL) throws -> [String: Answer]
}
