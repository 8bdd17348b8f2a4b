/// The two files of the latest head, as found.
struct LatestHeadFiles {
  /// More than any head takes.
  static let limit = 1 << 14

  var head: [UInt8]?
  var signature: [UInt8]?

  /// What the two files are together.
  enum Pair {
    /// One or both are not there.
    case missing
    /// A kill came between the renaming of the two: each is that of a head in the history.
    case interrupted
    /// They cannot be read as a head.
    case unreadable(String)
    /// A head with a signature, whoever made it.
    case head(SignedHead)
  }

  /// - Parameter known: the history of heads.
  func pair(known: [SignedHead]) -> Pair {
    guard let head, let signature else { return .missing }
    if known.contains(where: { $0.bytes == head && $0.signature == signature }) {
      return pair(head, signature)
    }
    let isKnown =
      known.contains { $0.bytes == head } && known.contains { $0.signature == signature }
    return isKnown ? .interrupted : pair(head, signature)
  }

  private func pair(_ head: [UInt8], _ signature: [UInt8]) -> Pair {
    do {
      return .head(try SignedHead(bytes: head, signature: signature))
    } catch {
      return .unreadable("the file of the latest head is no head: \(error.reason)")
    }
  }
}
