internal import Foundation

/// Asks one register, and writes each question to the disclosure log before it is sent.
public final class RegisterClient: Sendable {
  /// How long and how often.
  public struct Limits: Sendable, Hashable {
    /// What one exchange may take in all.
    public var timeout: Duration = .seconds(15)
    /// Questions under way at a time.
    public var inFlight = 4
    /// Questions a second; `nil` for no limit.
    public var perSecond: Double? = 10
    /// How often a register that is busy (429, 503) is asked again.
    public var repetitions = 2
    /// The longest wait before asking again; a register that wants a longer one is not asked again.
    public var longestWait: Duration = .seconds(30)

    /// Whether http is spoken as HTTP/2 from the first byte, as 5G cores do. With https the server
    /// chooses.
    public var usesHTTP2 = false
    /// A PEM file with the authorities that an https register's certificate may come from; `nil` for
    /// those of the system.
    public var authorities: String?

    /// Four at a time, ten a second, 15 s each.
    public init() {}
  }

  /// The register.
  public let address: RegisterAddress
  /// The limits in force.
  public let limits: Limits

  private let purpose: DisclosurePurpose
  private let log: DisclosureLog
  private let transport: RegisterTransport
  private let pace: QuestionPace

  private static let maximumBody = 65_536

  /// A client.
  ///
  /// - Parameters:
  ///   - purpose: why the register is asked; stands with every question in the log.
  ///   - log: gets every question and what came of it.
  public init(
    address: RegisterAddress, purpose: DisclosurePurpose, log: DisclosureLog,
    limits: Limits = Limits()
  ) {
    self.address = address
    self.limits = limits
    self.purpose = purpose
    self.log = log
    transport = RegisterTransport(
      timeout: limits.timeout, maximumBody: Self.maximumBody, usesHTTP2: limits.usesHTTP2,
      authorities: limits.authorities)
    pace = QuestionPace(perSecond: limits.perSecond)
  }

  /// Asks one question, again when the register is busy; each time is logged as a disclosure of its own.
  ///
  /// - Throws: ``EquipmentRegisterError`` `logUnwritable`, before anything is sent or after the answer
  ///   that could not be noted; `CancellationError`.
  public func ask(_ question: RegisterQuestion) async throws -> RegisterAnswer {
    let url = address.url(for: question)
    var repetition = 0
    while true {
      try await pace.wait()
      let disclosure = try await log.noteQuestion(question, to: address, purpose: purpose)
      let (answer, retryAfter) = await exchange(url)
      try await log.noteOutcome(answer, of: disclosure)
      guard repetition < limits.repetitions, let wait = waitBeforeAskingAgain(answer, retryAfter)
      else { return answer }
      repetition += 1
      try await Task.sleep(for: wait)
    }
  }

  private func exchange(_ url: String) async -> (RegisterAnswer, retryAfter: String?) {
    do throws(RegisterTransport.Failure) {
      let response = try await transport.get(
        url,
        headers: [
          "Accept: \(EquipmentStatusAPI.json), \(EquipmentStatusAPI.problemJSON)",
          "User-Agent: imeikit",
        ])
      let answer = ResponseReader.answer(
        http: response.status, contentType: response.contentType, body: Data(response.body))
      return (answer, response.retryAfter)
    } catch {
      return (.silence(error.reason), nil)
    }
  }

  /// The wait that a busy register asks for, when it is short enough; one second when it names none.
  private func waitBeforeAskingAgain(_ answer: RegisterAnswer, _ header: String?) -> Duration? {
    guard answer.httpStatus == 503 || answer.httpStatus == 429 else { return nil }
    guard let header else { return .seconds(1) }
    guard let seconds = Int(header), seconds >= 0 else { return nil }
    let wait = Duration.seconds(min(seconds, 86_400))
    return wait <= limits.longestWait ? wait : nil
  }
}
