public import CaseFile

/// What is in a bag.
public struct BagSummary: Sendable, Hashable {
  /// A photo of which no copy could be handed out.
  public struct MissingOriginal: Sendable, Hashable {
    /// Why there is none.
    public enum Reason: String, Sendable, Hashable {
      /// There is no file where the case knows it.
      case missing
      /// The file has other bytes than those that were read.
      case changed
      /// The file cannot be read.
      case unreadable
    }

    /// SHA-256 as recorded.
    public let sha256: String
    /// Why there is no copy.
    public let reason: Reason
  }

  /// What was handed out of the photos.
  struct Originals: Sendable, Hashable {
    var areCopied: Bool
    var photos: Int
    var missing: [MissingOriginal] = []
    var copied: Int { areCopied ? photos - missing.count : 0 }

    /// A sentence for people.
    var words: String {
      guard areCopied else { return "\(photos) photo(s) by SHA-256 only, without copies." }
      let rest =
        missing.isEmpty ? "" : ", \(missing.count) missing: see data/\(BagOriginals.missingName)"
      return "\(copied) of \(photos) photo(s) copied\(rest)."
    }
  }

  let `case`: String
  /// SHA-256 of `manifest-sha256.txt`, which names every file under `data/`.
  public let manifestDigest: String
  /// Files under `data/`.
  public let files: Int
  /// Their bytes.
  public let bytes: Int
  let originals: Originals

  /// Photos of which there is a copy in the bag.
  public var copiedOriginals: Int { originals.copied }
  /// Photos of which a copy was asked for and none could be made, by SHA-256.
  public var missing: [MissingOriginal] { originals.missing }

  /// What is to be logged before the bag gets its name.
  ///
  /// It names the bag by the SHA-256 of its list of files, which no event in the bag itself could.
  public func disclosure(to recipient: String?, by person: String) -> AuditEntry {
    .handingOut(
      "export.bundle", case: `case`, to: recipient, by: person,
      details: [
        "manifest": .text(manifestDigest), "files": .count(files), "bytes": .count(bytes),
        "originals": .count(originals.copied), "missingOriginals": .count(missing.count),
      ])
  }
}
