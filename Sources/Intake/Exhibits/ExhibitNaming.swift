internal import BlockList
public import CaseFile

/// How photos of a case tell the exhibit they show: by a table, by their file names, by the folder they lie in,
/// or by the label of the evidence bag in the picture, in this order; the first that says something counts.
public struct ExhibitNaming: Sendable {
  /// What was told, and by what.
  public struct Named: Sendable, Hashable {
    /// The reference as typed.
    public let reference: String
    /// What told it.
    public let source: AssignmentSource
    /// The line, the pattern, the folder or the label's text.
    public let detail: String
  }

  /// The table, if there is one.
  public var table: ExhibitTable?
  /// The pattern of file names, if there is one.
  public var pattern: ExhibitPattern?
  /// Whether a folder below one that was given is an exhibit.
  public var usesFolders: Bool
  /// Whether a label in the picture tells it.
  public var usesLabels: Bool

  /// The kind of a ``PhotoResult/Other`` that holds a reference read off a label.
  public static let labelKind = "exhibit"
  /// The kind of a ``PhotoResult/Other`` that holds a bag's seal number.
  public static let sealKind = "seal"

  /// A naming; by folders and labels unless told otherwise.
  public init(
    table: ExhibitTable? = nil, pattern: ExhibitPattern? = nil, usesFolders: Bool = true,
    usesLabels: Bool = true
  ) {
    self.table = table
    self.pattern = pattern
    self.usesFolders = usesFolders
    self.usesLabels = usesLabels
  }

  /// What is told of a photo; `nil` when nothing is.
  ///
  /// - Parameters:
  ///   - path: its path as scanned.
  ///   - absolute: the same from the root.
  ///   - roots: the folders that were given.
  ///   - result: what was read, for labels.
  ///   - sealed: the exhibits that the case knows in the bag of a seal number.
  public func exhibit(
    of path: PhotoPath, absolute: PhotoPath, roots: [PhotoPath], result: PhotoResult?,
    sealed: (String) throws -> [String] = { _ in [] }
  ) rethrows -> Named? {
    if let row = table?.row(for: [path, absolute]) {
      return Named(reference: row.exhibit, source: .csv, detail: "line \(row.line)")
    }
    if let pattern, let reference = pattern.exhibit(in: Self.text(of: path.name)) {
      return Named(reference: reference, source: .fileName, detail: pattern.text)
    }
    // A folder's name that cannot be a reference, such as one without letter or digit, says nothing.
    if usesFolders, let folder = Self.folder(of: path, below: roots),
      (try? ExhibitReference(folder)) != nil
    {
      return Named(reference: folder, source: .folder, detail: folder)
    }
    guard usesLabels, let result else { return nil }
    let seals = Set(result.others.filter { $0.kind == Self.sealKind }.map(\.value))
    let bagged = try Set(seals.sorted().flatMap { try sealed($0) })
    if bagged.count == 1, let reference = bagged.first {
      return Named(
        reference: reference, source: .bagLabel,
        detail: "seal \(seals.sorted().joined(separator: " "))")
    }
    let labels = Set(result.others.filter { $0.kind == Self.labelKind }.map(\.value))
    // Two references in one picture are two bags, or one and what it once held: a person says.
    guard labels.count == 1, let label = labels.first else { return nil }
    return Named(reference: label, source: .bagLabel, detail: label)
  }

  /// The name of the folder right below the given one; `nil` for a photo that lies in the given one itself.
  private static func folder(of path: PhotoPath, below roots: [PhotoPath]) -> String? {
    let slash = UInt8(ascii: "/")
    for root in roots.map(\.normalized) where root != path {
      let prefix = root == PhotoPath(".") ? [] : root.bytes + (root.bytes == [slash] ? [] : [slash])
      guard path.bytes.starts(with: prefix) else { continue }
      let parts = path.bytes.dropFirst(prefix.count).split(separator: slash)
      guard parts.count > 1, let first = parts.first else { continue }
      return text(of: first)
    }
    return nil
  }

  /// A name as text; a byte that is no UTF-8 is written `\xFF`, so that two names never become one exhibit.
  private static func text(of name: some Sequence<UInt8>) -> String {
    let bytes = Array(name)
    return String(validating: bytes, as: UTF8.self)
      ?? VisibleText.escaping(bytes: bytes.span, limit: bytes.count)
  }
}
