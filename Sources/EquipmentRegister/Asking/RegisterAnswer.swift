internal import BlockList

/// What came of one question to a register.
public struct RegisterAnswer: Sendable, Hashable {
  /// The answer in the kit's words.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// The register bars or follows the equipment.
    case flagged
    /// The register admits the equipment.
    case notFlagged
    /// The register does not know the equipment.
    case unknown
    /// The register gave no usable answer.
    case notChecked
  }

  /// The answer in the kit's words.
  public let state: State
  /// The register's own word; `nil` when it gave none.
  public let status: EquipmentStatus?
  /// The HTTP status; `nil` when there was no response.
  public let httpStatus: Int?
  /// The cause that the register gave with a problem, such as `ERROR_EQUIPMENT_UNKNOWN`; made
  /// printable.
  public let cause: String?
  /// One sentence for a person, printable.
  public let explanation: String
  /// Whether there was no HTTP response at all.
  public var isSilence: Bool { httpStatus == nil }

  private init(
    _ state: State, status: EquipmentStatus? = nil, http: Int?, cause: String? = nil,
    _ explanation: String
  ) {
    self.state = state
    self.status = status
    self.httpStatus = http
    self.cause = cause
    self.explanation = explanation
  }

  /// The register's status.
  static func listed(_ status: EquipmentStatus, http: Int) -> RegisterAnswer {
    let state: State = status == .permitted ? .notFlagged : .flagged
    let word = state == .flagged ? "Flagged" : "Not flagged"
    return RegisterAnswer(
      state, status: status, http: http, "\(word): the register says: \(status.rawValue).")
  }

  /// The register does not know the equipment.
  static func unknown(_ problem: ProblemDetails, http: Int) -> RegisterAnswer {
    RegisterAnswer(
      .unknown, http: http, cause: printable(problem.cause), "Unknown to the register.")
  }

  /// The register answered with a problem, or with something that is no answer.
  static func unusable(http: Int, _ why: String, problem: ProblemDetails? = nil) -> RegisterAnswer {
    var text = "Not checked: \(why) (HTTP \(http))"
    let said = [problem?.cause, problem?.title, problem?.detail].compactMap(printable)
    if !said.isEmpty { text += "; the register says: \(said.joined(separator: ", "))" }
    return RegisterAnswer(.notChecked, http: http, cause: printable(problem?.cause), text + ".")
  }

  /// There was no response.
  static func silence(_ why: String) -> RegisterAnswer {
    RegisterAnswer(.notChecked, http: nil, "Not checked: \(VisibleText.escaping(why, limit: 300)).")
  }

  private static func printable(_ text: String?) -> String? {
    text.flatMap { $0.isEmpty ? nil : VisibleText.escaping($0, limit: 200) }
  }
}
