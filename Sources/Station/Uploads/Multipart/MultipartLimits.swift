/// How much of a multipart body is read.
struct MultipartLimits: Sendable, Hashable {
  /// Bytes of the headers of one part.
  var headerBytes = 8_192
  /// Parts that are files.
  var files = 500
  /// Parts that are no files.
  var fields = 100
  /// Bytes of a part that is no file.
  var fieldBytes = 8_192
  /// Bytes before the first part.
  var preambleBytes = 8_192
  /// Bytes in all: 500 photos of 8 MiB.
  var bodyBytes = 4 << 30
}
