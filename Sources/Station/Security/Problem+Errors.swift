internal import BlockList
internal import CaseFile
internal import HTTPTypes
internal import Intake

extension Problem {
  /// What the reading of photos refused or failed at.
  init(_ error: IntakeError) {
    let status: HTTPResponse.Status =
      switch error.code {
      case .noPhotos: .unprocessableContent
      case .badInput: .badRequest
      case .workerUnavailable, .stopped: .serviceUnavailable
      case .diskFull: .insufficientStorage
      case .inputOutput: .internalServerError
      }
    self.init(status, error.code.rawValue, error.message, cure: error.cure)
  }

  /// A refusal of the server's own, by its status.
  init(refusal status: HTTPResponse.Status) {
    switch status.code {
    case 413:
      self.init(
        status, "bodyTooLarge", "The body is too long.", cure: "Send less at a time.")
    case 400..<500:
      self.init(
        status, "badRequest", "The request is not what is expected here.",
        cure: "See /api/v1/openapi.json for what it has to be.")
    default: self = .internalFailure
    }
  }

  /// A failure that tells nothing of the inside.
  static var internalFailure: Problem {
    Problem(
      .internalServerError, "internal", "The station failed at this.",
      cure: "Try again; the station's log says what happened.")
  }

  /// The problem as others may see it: failures of the kit's modules name paths and the system's words,
  /// which stay in the log.
  var shown: Problem {
    guard status.code >= 500, isOfModule || status.code == 500 else { return self }
    switch status.code {
    case 503:
      return Problem(
        status, code, "The station is busy with something else.",
        cure: "Try again in a moment.", headers: [.retryAfter: "2"])
    case 507:
      return Problem(
        status, code, "The disk is full; nothing was kept.",
        cure: "Free some space, then try again."
      )
    default:
      return Problem(
        status, code, "The station failed at this.", cure: "The station's log says what happened.")
    }
  }

  private var isOfModule: Bool {
    CaseFileError.Code(rawValue: code) != nil || BlockListError.Code(rawValue: code) != nil
      || IntakeError.Code(rawValue: code) != nil
  }
}
