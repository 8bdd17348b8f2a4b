/// Why a picture could not be opened, read or written, in words for the person who sent it.
public struct ImagingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure; programs branch on these, people read `message` and `cure`.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The file holds no bytes.
    case empty
    /// The bytes are no picture of any format known here.
    case notAPicture
    /// A recognised format that this kit does not read, such as PDF or AVIF.
    case unsupportedFormat
    /// A readable format in a variant that is not read, such as a 12-bit JPEG.
    case unsupportedVariant
    /// The file ends before its picture does.
    case truncated
    /// The bytes contradict the format or the decoder found spoilt picture data.
    case damaged
    /// The header announces more pixels than `ImageLimits.maxPixels`.
    case tooManyPixels
    /// The file is larger than `ImageLimits.maxFileBytes`.
    case fileTooLarge
    /// The file holds more pages than `ImageLimits.maxPages`.
    case tooManyPages
    /// The page asked for does not exist.
    case noSuchPage
    /// A picture could not be written out.
    case encodingFailed
  }

  /// The kind of failure.
  public var code: Code
  /// What is wrong, one sentence or two.
  public var message: String
  /// What the person should do about it.
  public var cure: String
  /// What the native library said, if one was involved.
  public var detail: String?

  /// Makes an error from its parts.
  public init(_ code: Code, _ message: String, cure: String, detail: String? = nil) {
    self.code = code
    self.message = message
    self.cure = cure
    self.detail = detail
  }

  /// The message and the cure in one line.
  public var description: String { "\(message) \(cure)" }
}
