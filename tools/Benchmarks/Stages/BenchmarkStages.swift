import ArgumentParser
import Foundation
import Imaging
import Reading

/// Prints what each stage of reading a picture costs.
@main
struct BenchmarkStages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark-stages",
    abstract: "Print what each stage of reading a picture costs, over a folder of pictures.",
    discussion: """
      "decode" and "read" are milliseconds of CPU of this process, all threads; the stages below
      "read" are milliseconds of the clock on the wall, as the reader reports them: run on an idle
      machine to compare them. The first picture is read once more beforehand, uncounted.

      EXAMPLES:
        swift run -c release benchmark-stages testimages/lockscreens
        swift run -c release benchmark-stages FOLDER --limit 50 --rounds 3
      """)

  @Argument(help: "A folder; pictures at any depth count.")
  var folder: String

  @Option(help: "Read the first so many pictures only, by name.")
  var limit: Int?

  @Option(help: "Read every picture so many times.")
  var rounds = 1

  func run() throws {
    let pictures = pictures().prefix(limit ?? .max)
    guard let first = pictures.first else {
      throw ValidationError("\(folder) holds no picture.")
    }
    let reader = try PageReader()
    let decoder = ImageDecoder()
    var durations = StageDurations()
    var refused = 0
    _ = try? measure(first, with: reader, decoder)
    for picture in pictures {
      for _ in 0..<rounds {
        do {
          durations.add(try measure(picture, with: reader, decoder))
        } catch {
          refused += 1
        }
      }
    }
    print(durations.rendered())
    print("\(pictures.count) pictures, \(rounds) rounds, \(refused) refused")
  }

  /// One picture's stages, in milliseconds.
  ///
  /// - Throws: `ImagingError` for a file that cannot be decoded.
  private func measure(
    _ picture: URL, with reader: PageReader, _ decoder: ImageDecoder
  ) throws -> [(stage: String, milliseconds: Double)] {
    let bytes = try [UInt8](Data(contentsOf: picture))
    let started = CPUClock.milliseconds
    let photo = try decoder.decode(bytes)
    let decoded = CPUClock.milliseconds
    let reading = reader.read(photo)
    let read = CPUClock.milliseconds
    return [("decode", decoded - started), ("read", read - decoded)] + Self.stages(of: reading)
  }

  /// The stages that a reading reports: the one place to change when the reader reports others.
  private static func stages(of reading: PageReading) -> [(stage: String, milliseconds: Double)] {
    let times = reading.times
    return [
      ("  locate, wall", times.locate), ("  recognise, wall", times.recognise),
      ("  second, wall", times.second), ("  barcodes, wall", times.barcodes),
      ("  decide, wall", times.decide),
    ]
  }

  private func pictures() -> [URL] {
    let types: Set = ["jpg", "jpeg", "png", "tif", "tiff", "webp", "bmp", "gif", "heic", "heif"]
    let files = FileManager.default.enumerator(
      at: URL(filePath: folder, directoryHint: .isDirectory), includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { types.contains($0.pathExtension.lowercased()) }
      .sorted { $0.path < $1.path }
  }
}
