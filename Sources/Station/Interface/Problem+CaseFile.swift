internal import BlockList
internal import CaseFile
internal import HTTPTypes

extension Problem {
  /// The problem behind an error of the case file.
  init(_ error: CaseFileError) {
    self.init(
      Self.status(of: error.code), error.code.rawValue, Self.sentence(error.message),
      cure: error.cure)
  }

  /// The problem behind an error of the block lists.
  init(_ error: BlockListError) {
    self.init(
      Self.status(of: error.code), error.code.rawValue, Self.sentence(error.message),
      cure: error.cure)
  }

  /// The problem behind an error, when it is one of the kit's.
  static func of(_ error: any Error) -> Problem? {
    switch error {
    case let error as Problem: error
    case let error as CaseFileError: Problem(error)
    case let error as BlockListError: Problem(error)
    default: nil
    }
  }

  /// Messages of the modules have neither a capital nor a full stop.
  private static func sentence(_ message: String) -> String {
    let text = message.prefix(1).uppercased() + message.dropFirst()
    return text.hasSuffix(".") ? text : text + "."
  }

  private static func status(of code: CaseFileError.Code) -> HTTPResponse.Status {
    switch code {
    case .badValue: .badRequest
    case .exhibitMissing, .photoMissing, .itemMissing, .runMissing, .operatorMissing: .notFound
    case .exhibitExists, .operatorExists, .decisionRefused, .caseClosed, .casePurged, .readOnly,
      .unresolvedWork, .legalHold, .caseOpen, .alreadyThere, .keyExists, .keyTaken:
      .conflict
    case .caseBusy: .serviceUnavailable
    case .diskFull: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
    case .caseMissing, .caseExists, .notACase, .caseTooNew, .caseTooOld, .caseDamaged,
      .networkFolder, .caseUnavailable, .badResult, .unloggedChange, .keyMissing, .keyUnsafe,
      .keyDamaged, .headDisagrees, .headUnusable, .logDamaged, .entryUnsuitable, .fileUnreadable,
      .fileUnwritable:
      .internalServerError
    }
  }

  private static func status(of code: BlockListError.Code) -> HTTPResponse.Status {
    switch code {
    case .badName, .badDate, .dateInFuture, .badMapping: .badRequest
    case .guarded, .noListForDelta: .conflict
    case .notText, .fileChanged, .unsuitableArchive, .damagedFile, .ambiguousColumns,
      .duplicateHeader, .columnsMissing, .noUsableRows:
      .unprocessableContent
    case .listMissing, .storeMissing: .notFound
    case .storeBusy: .serviceUnavailable
    case .storeUnavailable, .notAStore, .storeTooNew, .storeTooOld, .storeDamaged, .readOnly,
      .fileUnreadable:
      .internalServerError
    }
  }
}
