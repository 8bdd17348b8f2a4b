import ArgumentParser
import Intake

/// Where pictures of the digits are written.
struct CropOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a PNG picture of each reading's digits, upright and nothing else, to the folder DIR.",
      valueName: "DIR"),
    completion: .directory)
  var crops: String?

  func validate() throws {
    if let crops, crops.isEmpty || crops == "-" {
      throw ValidationError("--crops takes the name of a folder.")
    }
  }

  /// Whether any picture is wanted.
  var isWanted: Bool { crops != nil }

  private var path: PhotoPath? {
    crops.flatMap { ProcessArguments.paths(matching: [$0]).first }
  }

  /// Refuses a folder among the photos: a later scan would read the pictures as photos.
  func refuse(within photos: [PhotoPath]) throws {
    guard let path, path.isWithin(anyOf: photos) else { return }
    throw ValidationError(
      "--crops \(path.quoted) lies in a folder that is scanned. Name one outside of it.")
  }

  /// The folder, made if it is missing; nil when no picture is wanted.
  func folder() throws -> CropFolder? {
    try path.map { try CropFolder($0) }
  }
}
