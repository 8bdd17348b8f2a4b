/// Why a multipart body cannot be taken apart, in words for whoever sent it.
struct MultipartError: Error, Hashable {
  /// The kinds of failure.
  enum Code: String, Hashable {
    /// The content type names no boundary that could be one.
    case badBoundary
    /// The body is no multipart/form-data.
    case malformed
    /// The body ends before its closing boundary.
    case truncated
    /// The headers of one part are longer than is read.
    case headersTooLong
    /// There are more files than are taken at a time.
    case tooManyFiles
    /// There are more fields that are no files than are read.
    case tooManyFields
    /// A field that is no file is longer than is read.
    case fieldTooLong
    /// The whole body is longer than is read.
    case bodyTooLong
  }

  /// The kind of failure.
  let code: Code
  /// What is wrong.
  let message: String
  /// What to do about it.
  let cure: String

  init(_ code: Code, _ message: String, cure: String) {
    self.code = code
    self.message = message
    self.cure = cure
  }

  static func tooLong(_ limits: MultipartLimits) -> MultipartError {
    MultipartError(
      .bodyTooLong, "The body is longer than \(limits.bodyBytes) bytes.",
      cure: "Send fewer photos at a time.")
  }

  static func malformed(_ message: String) -> MultipartError {
    MultipartError(
      .malformed, message,
      cure: "Send multipart/form-data as RFC 7578 has it, for example by curl -F.")
  }
}
