public import Foundation

/// One picture of an evaluation set, as its manifest describes it.
public struct Picture: Decodable, Sendable {
  /// Path of the picture, relative to its manifest.
  public var file: String
  /// How hard the picture is: easy, medium, hard, extreme or real.
  public var tier: String
  /// What it shows: lockscreen, label, multi, negative …
  public var kind: String
  /// Printed numbers of 15 digits, in reading order.
  public var imeis: [String]
  /// Whether each number's check digit agrees.
  public var luhnOK: [Bool]
  /// Whether a person could read the picture.
  public var readable: Bool
  /// Whether a person could read each number; absent when `readable` speaks for all.
  public var readableEach: [Bool]?
  /// Set to "refused" for a file that must not be read.
  public var expectedStatus: String?

  enum CodingKeys: String, CodingKey {
    case file, tier, kind, imeis, readable
    case luhnOK = "luhn_ok"
    case readableEach = "readable_each"
    case expectedStatus = "expected"
  }

  /// Numbers that a reader should find and may accept.
  public var expected: [String] {
    imeis.indices.filter { luhnOK[$0] && isReadable($0) }.map { imeis[$0] }
  }

  /// Numbers that may be accepted at all: printed, with a check digit that agrees.
  public var acceptable: Set<String> {
    Set(imeis.indices.filter { luhnOK[$0] }.map { imeis[$0] })
  }

  private func isReadable(_ index: Int) -> Bool {
    guard let each = readableEach, each.indices.contains(index) else { return readable }
    return each[index]
  }

  /// Reads the manifest of a folder.
  ///
  /// - Throws: `EvaluationError` that names the line when a line is not a picture.
  public static func manifest(in folder: URL) throws -> [Picture] {
    let file = folder.appending(path: "manifest.jsonl")
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw EvaluationError("\(file.path) is missing: a set needs its truth in manifest.jsonl.")
    }
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).enumerated().map { number, line in
      do {
        let picture = try decoder.decode(Picture.self, from: line)
        guard picture.luhnOK.count == picture.imeis.count else {
          throw EvaluationError("luhn_ok and imeis differ in length")
        }
        return picture
      } catch {
        throw EvaluationError("\(file.path), line \(number + 1): \(error)")
      }
    }
  }
}

/// Why an evaluation could not be made.
public struct EvaluationError: Error, CustomStringConvertible {
  /// What went wrong, for a person.
  public var description: String

  init(_ description: String) {
    self.description = description
  }
}
