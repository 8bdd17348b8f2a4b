internal import CaseFile

/// Which exhibit a file of a request shows: what the request says in its address or in a field before the file,
/// or the file's top folder where the request says that folders are exhibits.
struct UploadExhibits {
  /// Whether top folders are exhibits.
  let usesFolders: Bool
  private var said: Result<String?, UploadRefusal> = .success(nil)

  init(usesFolders: Bool) {
    self.usesFolders = usesFolders
  }

  /// From here on files show this exhibit; none when the text is empty.
  mutating func say(_ text: String) {
    let isBlank = text.allSatisfy { $0 == " " }
    if isBlank {
      said = .success(nil)
    } else if text.unicodeScalars.count <= ExhibitLimits.reference, !text.hasControls,
      let reference = try? ExhibitReference(text)
    {
      said = .success(reference.text)
    } else {
      said = .failure(UploadRefusal(exhibit: text))
    }
  }

  /// The exhibit of a file.
  ///
  /// - Throws: ``UploadRefusal`` when what was said is no reference.
  func exhibit(of name: [UInt8]) throws(UploadRefusal) -> (text: String, source: AssignmentSource)?
  {
    if usesFolders, let folder = Self.topFolder(of: name),
      let reference = try? ExhibitReference(folder)
    {
      return (reference.text, .folder)
    }
    return try said.get().map { ($0, .person) }
  }

  /// The first part of a name that is a path; nil for a name alone.
  private static func topFolder(of name: [UInt8]) -> String? {
    let parts = name.split(separator: UInt8(ascii: "/")).filter {
      $0 != [UInt8(ascii: ".")] && $0 != Array("..".utf8)[...]
    }
    guard parts.count > 1, let first = parts.first else { return nil }
    return String(decoding: first, as: UTF8.self)
  }
}

extension UploadRefusal: Error {}
