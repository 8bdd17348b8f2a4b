public import CaseFile
internal import Foundation
public import Imaging
internal import Reading

extension RunSettings {
  /// What readings depend on: the kit's version, libraries, models and limits.
  ///
  /// Lists are no part of it: an answer can be asked for again without the photo. Nor is the time a photo may
  /// take, which only decides whether there is a reading.
  ///
  /// - Throws: `ReadingError` when a model is missing, ``IntakeError`` of code `inputOutput` when it cannot be
  ///   read.
  public static func reading(limits: ImageLimits, toolVersion: String) throws -> RunSettings {
    var components: [String: String] = [:]
    for library in ReadingComponents.libraries where library.name != "networks" {
      components[library.name] = library.version
    }
    for library in ImagingComponents.libraries { components[library.name] = library.version }
    for (name, bytes) in ReadingComponents.networks {
      components["network \(name)"] = "SHA-256 \(PhotoDigest.sha256(of: bytes))"
    }
    let model = try ReadingComponents.modelPath()
    guard let digest = PhotoOpener(maximumBytes: 1 << 30).digest(of: PhotoPath(model)) else {
      throw IntakeError(
        code: .inputOutput, message: "Tesseract's model \(model) could not be read.",
        cure: "Install the package tesseract-ocr-eng again.")
    }
    components["Tesseract model"] = "SHA-256 \(digest)"
    return RunSettings(
      toolVersion: toolVersion, components: components,
      values: [
        "maximum file bytes": String(limits.maxFileBytes),
        "maximum pages": String(limits.maxPages),
        "maximum pixels": String(limits.maxPixels),
      ])
  }
}
