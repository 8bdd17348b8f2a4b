/// Why a list, a store or a name could not be used.
///
/// ``message`` names the file or line, ``cure`` says what the person should do, and ``detail`` keeps
/// the words of the system or of SQLite where there are any.
public struct BlockListError: Error, Sendable, Hashable {
  /// The kind of failure, stable across releases.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The list name is empty, too long or holds characters that cannot be printed.
    case badName
    /// The list date is not a calendar date of the form `YYYY-MM-DD`.
    case badDate
    /// The list date lies in the future.
    case dateInFuture
    /// The list file could not be opened or read.
    case fileUnreadable
    /// The file is no text: an archive, a workbook, a database, UTF-16 without a mark.
    case notText
    /// The list file changed while it was read.
    case fileChanged
    /// The archive holds no list or several, is encrypted, or unpacks to far more than it should.
    case unsuitableArchive
    /// The file is cut off or damaged, as its checksum or its structure shows.
    case damagedFile
    /// Several columns could hold the IMEI and no header says which.
    case ambiguousColumns
    /// One or more guards stopped the import; the message names each.
    case guarded
    /// A delta came for a list that is not there.
    case noListForDelta
    /// The header names two columns alike.
    case duplicateHeader
    /// The mapping of columns cannot be read, or names a column that the file does not have.
    case badMapping
    /// The file has no header that names the columns it needs.
    case columnsMissing
    /// The file has no row that could be used, so it was refused whole.
    case noUsableRows
    /// The store has no list of that name.
    case listMissing
    /// There is no block-list store at the path.
    case storeMissing
    /// The store could not be opened, read or written.
    case storeUnavailable
    /// The file at the path is no block-list store.
    case notAStore
    /// The store was written by a newer release.
    case storeTooNew
    /// The store needs an update that a read-only opening cannot do.
    case storeTooOld
    /// Another process holds the store.
    case storeBusy
    /// The store is damaged.
    case storeDamaged
    /// The store was opened for reading only.
    case readOnly
  }

  /// The kind of failure.
  public let code: Code
  /// What went wrong, with the file or line.
  public let message: String
  /// What the person should do.
  public let cure: String
  /// The words of the system or of SQLite, if any.
  public let detail: String?

  /// An error with its cure.
  public init(_ code: Code, _ message: String, cure: String, detail: String? = nil) {
    self.code = code
    self.message = message
    self.cure = cure
    self.detail = detail
  }
}

extension BlockListError: CustomStringConvertible {
  /// Message and cure in one line, for a log.
  public var description: String { "\(message). \(cure)" }
}
