internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Answers with pictures: their bytes are a stranger's, so that nothing in them may run or be read by
/// another site.
enum PictureAnswer {
  /// An answer with a picture.
  ///
  /// - Parameter name: what the file is called when it is saved, without ending: letters and digits.
  static func response(_ bytes: [UInt8], type: PictureType, name: String) -> Response {
    var headers = HTTPFields()
    headers[.contentType] = type.rawValue
    headers[.contentDisposition] = "inline; filename=\"\(name).\(type.fileExtension)\""
    headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
    headers[.xContentTypeOptions] = "nosniff"
    if let policy = HTTPField.Name("Cross-Origin-Resource-Policy") {
      headers[policy] = "same-origin"
    }
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
