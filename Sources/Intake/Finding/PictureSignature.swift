/// Recognises a picture by its first bytes, whatever the file is called.
enum PictureSignature {
  /// How many bytes ``matches(_:)`` wants.
  static let length = 12

  /// True when the bytes begin like JPEG, PNG, GIF, TIFF, WebP or HEIF. BMP's two letters are left
  /// out: a text may begin with them.
  static func matches(_ head: some Collection<UInt8>) -> Bool {
    let head = Array(head.prefix(length))
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return true }
    if head.starts(with: [0x89] + Array("PNG\r\n".utf8)) { return true }
    if head.starts(with: Array("GIF87a".utf8)) || head.starts(with: Array("GIF89a".utf8)) {
      return true
    }
    if head.starts(with: [0x49, 0x49, 0x2A, 0]) || head.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
      return true
    }
    guard head.count == length else { return false }
    let brand = String(decoding: head[8..<12], as: UTF8.self)
    if head.starts(with: Array("RIFF".utf8)) { return brand == "WEBP" }
    if head[4..<8].elementsEqual("ftyp".utf8) {
      return ["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif"].contains(brand)
    }
    return false
  }
}
