/// Why a case file could not be used, or why it refused what was asked of it.
///
/// ``message`` names the file, the exhibit or the photo, ``cure`` says what the person should do, and
/// ``detail`` keeps the words of the system or of SQLite where there are any.
public struct CaseFileError: Error, Sendable, Hashable {
  /// The kind of failure, stable across releases.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// There is no case file at the path.
    case caseMissing
    /// There is a file at the path already.
    case caseExists
    /// The file at the path is no case file.
    case notACase
    /// The case file was written by a newer release.
    case caseTooNew
    /// The case file needs an update that a read-only opening cannot do.
    case caseTooOld
    /// The case file is damaged.
    case caseDamaged
    /// Other processes wrote to the case file all the time that was waited.
    case caseBusy
    /// The disk is full; nothing of the change was written.
    case diskFull
    /// The case file lies on a network file system, where its locks do not hold.
    case networkFolder
    /// The case file could not be opened, read or written.
    case caseUnavailable
    /// The case file was opened for reading only.
    case readOnly
    /// The case is closed.
    case caseClosed
    /// The case's content was erased.
    case casePurged
    /// Something in the case is not settled.
    case unresolvedWork
    /// The case is under legal hold.
    case legalHold
    /// The case is open, and what was asked needs it closed.
    case caseOpen
    /// A text, a date or a number cannot be what it is given for.
    case badValue
    /// There is an exhibit of that reference already.
    case exhibitExists
    /// The case has no such exhibit.
    case exhibitMissing
    /// There is a person of that name and number already.
    case operatorExists
    /// The case has no such person.
    case operatorMissing
    /// The case has no such photo.
    case photoMissing
    /// The case has no such run, or it is over.
    case runMissing
    /// The case has no such finding, decision or event.
    case itemMissing
    /// A photo's result cannot be read.
    case badResult
    /// The rules of decisions do not let this person do this now.
    case decisionRefused
    /// The key of an upload was used before for other content.
    case keyTaken
    /// A change would have been written without an event; a fault of the program.
    case unloggedChange
    /// There is no station key in the folder.
    case keyMissing
    /// A station key is there already; it is never overwritten.
    case keyExists
    /// The key file or its folder could be read or changed by others.
    case keyUnsafe
    /// The key file holds no Ed25519 key in the form that is expected.
    case keyDamaged
    /// The audit log does not go on from the head that was signed outside the database.
    case headDisagrees
    /// The files of the outside head cannot be relied on.
    case headUnusable
    /// The audit log in the database is damaged or was changed.
    case logDamaged
    /// What is to be logged cannot be written as canonical JSON.
    case entryUnsuitable
    /// Something is there already under the name of what is to be written.
    case alreadyThere
    /// A file could not be opened or read.
    case fileUnreadable
    /// A file or folder could not be written.
    case fileUnwritable
  }

  /// The kind of failure.
  public let code: Code
  /// What went wrong, with the file or item.
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

extension CaseFileError: CustomStringConvertible {
  /// Message and cure in one line, for a log.
  public var description: String { "\(message). \(cure)" }
}
