internal import Crypto
internal import Glibc

/// Stands for the path of a case file without telling it.
///
/// A head says which path its case file had, so that a file put in its place is noticed although it
/// is of another case, of which no head is known.
enum CasePlace {
  /// 16 hexadecimal digits for the file at `path`, links resolved.
  static func digest(of path: String) -> String {
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    let text = resolved.map { String(cString: $0) } ?? path
    return Hexadecimal.text(
      Array(SHA256.hash(data: Array("imeikit/place/v1\n\(text)".utf8))).prefix(8))
  }
}
