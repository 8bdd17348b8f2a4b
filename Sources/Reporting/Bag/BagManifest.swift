internal import Crypto

/// The lists of a bag's files, as `sha256sum -c` takes them.
enum BagManifest {
  static let name = "manifest-sha256.txt"
  static let signatureName = "manifest-sha256.sig"
  static let tagName = "tagmanifest-sha256.txt"

  /// A line a file, by path.
  static func text(_ files: [StagedFolder.Entry], below prefix: String = "") -> String {
    files.map { "\($0.sha256)  \(prefix)\($0.path)\n" }.joined()
  }

  /// SHA-256 of a list, 64 small hexadecimal digits.
  static func digest(_ text: String) -> String {
    StagedFile.hexadecimal(SHA256.hash(data: Array(text.utf8)))
  }
}
