/// The text that separates the parts of a body, from its content type.
enum MultipartBoundary {
  /// The longest one that RFC 2046 allows.
  private static let longest = 70

  /// The boundary of a content type.
  ///
  /// - Throws: ``MultipartError`` of code `badBoundary`.
  static func bytes(ofContentType value: String) throws(MultipartError) -> [UInt8] {
    guard let parsed = HeaderParameters(value.utf8), parsed.value == "multipart/form-data",
      let boundary = parsed.parameters["boundary"], (1...longest).contains(boundary.count),
      boundary.allSatisfy(isAllowed), boundary.last != UInt8(ascii: " ")
    else {
      throw MultipartError(
        .badBoundary, "The content type names no boundary of 1 to 70 characters.",
        cure: "Let the program that makes the body write its Content-Type too, for example curl -F."
      )
    }
    return boundary
  }

  /// RFC 2046's characters, and the others of tokens, which some programs use.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    HeaderToken.contains(byte) || "'()+_,-./:=? ".utf8.contains(byte)
  }
}
