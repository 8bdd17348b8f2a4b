import ArgumentParser
import BlockList
import CaseFile
import Intake

/// Tells in plain words how the readings of a photo came about.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell in plain words how the readings of a photo came about, with the crop.",
    discussion: """
      Without --case the photo is read now; with --case what the case has of it is explained, and what
      people decided. --crops DIR writes the pictures of the digits beside.

      EXAMPLES:
        imeikit explain photo.jpg --crops crops
        imeikit explain photo.jpg --case haul.imeikit
      """)

  @Argument(help: "The photo.", completion: .file())
  var photo: String

  @Option(
    name: .customLong("case"), help: ArgumentHelp("The case file.", valueName: "FILE"),
    completion: .file())
  var casePath: String?

  @OptionGroup var person: PersonOptions
  @OptionGroup var cropping: CropOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var talkOptions: TalkOptions

  func run() async throws {
    let path = ProcessArguments.paths(matching: [photo]).first ?? PhotoPath(photo)
    var result: PhotoResult
    if let casePath {
      result = try kept(path, in: casePath)
    } else {
      result = try await read(path)
    }
    if let folder = try cropping.folder() { result = try folder.write(result) }
    let output = DataOutput()
    for line in Explanation(result).lines { try output.writeLine(line) }
  }

  private func read(_ path: PhotoPath) async throws -> PhotoResult {
    let pool = reading.pool(wantsCrops: cropping.isWanted)
    let result = try await pool.read(path)
    await pool.end()
    return result
  }

  /// What the case has of a photo, by its path or by its bytes.
  private func kept(_ path: PhotoPath, in casePath: String) throws -> PhotoResult {
    let file = try person.open(casePath)
    defer { try? file.close() }
    let sha256 = try ShownPhoto.digest(photo, in: file)
    guard let stored = try file.resultInForce(of: sha256) else {
      throw Failure(.badInput, "\(path.quoted) could not be read when it was scanned.")
    }
    _ = try file.log([
      AuditEntry(
        act: .consultation, kind: "photo.explain", person: file.session.person,
        subject: "photo:\(sha256)", details: [:])
    ])
    guard !stored.json.isEmpty else {
      throw Failure(
        .badInput, "What was read off \(path.quoted) was erased with the case's content.")
    }
    var result = try PhotoResult(json: stored.current.utf8)
    for index in result.readings.indices {
      result.readings[index].cropPNG = try file.crop(of: sha256, position: index)
    }
    return result
  }
}
