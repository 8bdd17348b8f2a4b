import BlockList
import CaseFile
import EquipmentRegister
import Imaging
import Intake
import Reading
import Reporting

/// An error of the kit as its user meets it: what happened, what to do, and how the program ends.
struct Failure: Error {
  var status: ExitStatus
  var message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// nil for errors that the argument parser explains and ends by itself.
  init?(_ error: any Error) {
    switch error {
    case let error as Failure: self = error
    case let error as ReadingError: self.init(.componentMissing, error.description)
    case let error as ImagingError: self.init(.badInput, error.description)
    case let error as IntakeError: self.init(Self.status(of: error.code), error.description)
    case let error as BlockListError: self.init(Self.status(of: error.code), error.description)
    case let error as CaseFileError:
      // Why SQLite had to wait is said in plain words already.
      let detail = error.code == .caseBusy ? "" : error.detail.map { " (\($0))" } ?? ""
      self.init(Self.status(of: error.code), "\(error.message)\(detail). \(error.cure)")
    case let error as EquipmentRegisterError:
      self.init(Self.status(of: error.code), error.description)
    case let error as ReportingError:
      self.init(Self.status(of: error.code), error.description)
    default: return nil
    }
  }

  private static func status(of code: ReportingError.Code) -> ExitStatus {
    switch code {
    case .alreadyThere, .badValue: .usage
    case .notReady, .stampRefused: .badInput
    case .libraryFailed: .componentMissing
    case .unwritable: .inputOutput
    case .badName: .internalFailure
    }
  }

  private static func status(of code: IntakeError.Code) -> ExitStatus {
    switch code {
    case .noPhotos, .badInput: .badInput
    case .workerUnavailable: .componentMissing
    case .stopped: .internalFailure
    case .inputOutput, .diskFull: .inputOutput
    }
  }

  private static func status(of code: BlockListError.Code) -> ExitStatus {
    switch code {
    case .badName, .badDate, .dateInFuture, .badMapping: .usage
    case .notText, .unsuitableArchive, .damagedFile, .fileChanged, .ambiguousColumns,
      .duplicateHeader, .columnsMissing,
      .listMissing, .guarded, .noListForDelta, .noUsableRows, .storeMissing, .notAStore,
      .storeTooNew, .storeTooOld:
      .badInput
    case .fileUnreadable, .storeUnavailable, .storeBusy, .storeDamaged: .inputOutput
    case .readOnly: .internalFailure
    }
  }

  private static func status(of code: EquipmentRegisterError.Code) -> ExitStatus {
    switch code {
    case .badAddress, .badPurpose: .usage
    case .logUnwritable, .noAnswers, .cannotListen: .inputOutput
    }
  }

  private static func status(of code: CaseFileError.Code) -> ExitStatus {
    switch code {
    case .badValue, .keyExists, .alreadyThere: .usage
    case .keyMissing, .keyUnsafe, .keyDamaged, .headDisagrees, .headUnusable, .logDamaged,
      .caseMissing, .caseExists, .notACase, .caseTooNew, .caseTooOld, .networkFolder,
      .caseClosed, .casePurged, .unresolvedWork, .legalHold, .caseOpen, .exhibitExists,
      .exhibitMissing, .operatorExists, .operatorMissing, .photoMissing, .runMissing, .itemMissing,
      .badResult, .decisionRefused, .keyTaken:
      .badInput
    case .caseDamaged, .caseBusy, .diskFull, .caseUnavailable, .fileUnreadable, .fileUnwritable:
      .inputOutput
    case .entryUnsuitable, .readOnly, .unloggedChange: .internalFailure
    }
  }
}
