/// The wording of every failure, in one place so that messages stay alike.
extension ImagingError {
  static let copyAgain = "Copy it again from the camera."
  static let saveAsJPEG = "Save the picture as JPEG or PNG and send that."

  static var empty: ImagingError {
    ImagingError(.empty, "The file holds no picture data (0 bytes).", cure: copyAgain)
  }

  static var notAPicture: ImagingError {
    ImagingError(
      .notAPicture, "The file is not a picture: its content matches no picture format.",
      cure: "Send a JPEG, PNG, TIFF, WebP, BMP, GIF or HEIC file.")
  }

  static func otherContent(_ name: String) -> ImagingError {
    ImagingError(
      .notAPicture, "The file is not a picture: it holds \(name), whatever its name says.",
      cure: "Send a JPEG, PNG, TIFF, WebP, BMP, GIF or HEIC file.")
  }

  static func unsupported(_ name: String, cure: String) -> ImagingError {
    ImagingError(.unsupportedFormat, "The file is \(name), which is not read here.", cure: cure)
  }

  static func variant(
    _ format: ImageFormat, _ what: String, detail: String? = nil
  ) -> ImagingError {
    ImagingError(
      .unsupportedVariant, "The \(format.name) file uses \(what), which is not read here.",
      cure: saveAsJPEG, detail: detail)
  }

  static func truncated(_ format: ImageFormat, bytes: Int, detail: String? = nil) -> ImagingError {
    ImagingError(
      .truncated, "The \(format.name) file ends before its picture does (\(bytes) bytes).",
      cure: copyAgain, detail: detail)
  }

  static func damaged(
    _ format: ImageFormat, _ what: String, detail: String? = nil
  ) -> ImagingError {
    ImagingError(
      .damaged, "The \(format.name) file is damaged: \(what).", cure: copyAgain, detail: detail)
  }

  static func tooManyPixels(
    _ format: ImageFormat, width: Int, height: Int, limit: Int
  ) -> ImagingError {
    ImagingError(
      .tooManyPixels,
      "The \(format.name) header announces \(width) × \(height) pixels; the limit is \(limit).",
      cure: "Save a smaller copy, or raise the pixel limit if the picture is trusted.")
  }

  static func tooManyPages(_ format: ImageFormat, limit: Int) -> ImagingError {
    ImagingError(
      .tooManyPages, "The \(format.name) file holds more than \(limit) pages.",
      cure: "Split the file, or raise the page limit if the file is trusted.")
  }

  static func noSuchPage(_ page: Int, count: Int) -> ImagingError {
    ImagingError(
      .noSuchPage, "Page \(page) does not exist: the file holds \(count), counted from 0.",
      cure: "Ask for a page from 0 to \(count - 1).")
  }

  static func fileTooLarge(_ bytes: Int, limit: Int) -> ImagingError {
    ImagingError(
      .fileTooLarge, "The file is \(bytes) bytes long; the limit is \(limit).",
      cure: "Save a smaller copy, or raise the file limit if the file is trusted.")
  }
}
