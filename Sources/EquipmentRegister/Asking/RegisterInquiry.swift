public import BlockList
public import IMEI

/// One input of a list with what the register says of it.
public struct AskedInput: Sendable, Hashable {
  /// What became of the input.
  public enum Result: Sendable, Hashable {
    /// It was asked.
    case answer(RegisterAnswer, RegisterQuestion)
    /// It is no IMEI and was not asked.
    case refused(InputRefusal)
  }

  /// What stood in the list.
  public let input: ListedInput
  /// What became of it.
  public let result: Result
}

/// How many inputs came out how.
public struct RegisterTally: Sendable, Hashable {
  /// Barred or followed by the register.
  public var flagged = 0
  /// Admitted by the register.
  public var notFlagged = 0
  /// Not known to the register.
  public var unknown = 0
  /// Asked without a usable answer.
  public var notChecked = 0
  /// Asked without any response; counted in ``notChecked`` too.
  public var silences = 0
  /// No IMEI.
  public var refused = 0

  /// No inputs yet.
  public init() {}

  mutating func count(_ asked: AskedInput) {
    switch asked.result {
    case .refused: refused += 1
    case .answer(let answer, _):
      switch answer.state {
      case .flagged: flagged += 1
      case .notFlagged: notFlagged += 1
      case .unknown: unknown += 1
      case .notChecked:
        notChecked += 1
        if answer.isSilence { silences += 1 }
      }
    }
  }
}

/// Asks a register about a whole list: several questions at a time, answers in the order of the list.
///
/// Equipment that is listed more than once is asked once, since each question is a disclosure. Memory:
/// the questions under way, and the answers to the last 65,536.
public struct RegisterInquiry: Sendable {
  private let client: RegisterClient
  private let supi: String?
  private let gpsi: String?

  /// How many questions in a row may stay without any response before the rest is not asked.
  public static let maximumSilences = 5

  /// An inquiry.
  ///
  /// - Parameters:
  ///   - supi: sent with every question when it is there.
  ///   - gpsi: sent with every question when it is there.
  public init(client: RegisterClient, supi: String? = nil, gpsi: String? = nil) {
    self.client = client
    self.supi = supi
    self.gpsi = gpsi
  }

  /// Asks about every IMEI of `source` and calls `each` for every input, in order; throwing ends the
  /// inquiry.
  ///
  /// - Parameter mapping: what the columns are, where the file's header and content do not say.
  /// - Throws: `BlockListError` when the list cannot be read; ``EquipmentRegisterError``
  ///   `logUnwritable`, `noAnswers`; what `each` throws.
  public func run(
    _ source: ListSource, mapping: ColumnMapping? = nil, each: (AskedInput) throws -> Void
  ) async throws -> RegisterTally {
    let feed = InputFeed(source, mapping: mapping)
    var order = AnswerOrder()
    var tally = RegisterTally()
    var silencesInARow = 0
    try await withThrowingTaskGroup(of: (RegisterQuestion, RegisterAnswer).self) { group in
      var underWay = 0
      var isAtEnd = false
      while true {
        while !isAtEnd, underWay < max(1, client.limits.inFlight), order.hasRoom {
          guard let input = try await feed.next() else {
            isAtEnd = true
            break
          }
          let question = RegisterQuestion(input.outcome, supi: supi, gpsi: gpsi)
          if let new = order.add(input, question) {
            underWay += 1
            group.addTask { (new, try await client.ask(new)) }
          }
        }
        while let asked = order.popReady() {
          tally.count(asked)
          try each(asked)
        }
        guard underWay > 0, let (question, answer) = try await group.next() else {
          if isAtEnd { return }
          continue
        }
        underWay -= 1
        order.answer(question, answer)
        silencesInARow = answer.isSilence ? silencesInARow + 1 : 0
        if silencesInARow >= Self.maximumSilences { throw Self.noAnswers(answer) }
      }
    }
    return tally
  }

  private static func noAnswers(_ answer: RegisterAnswer) -> EquipmentRegisterError {
    EquipmentRegisterError(
      .noAnswers,
      "the register gave no answer \(maximumSilences) times in a row; the rest was not asked",
      cure: "Check its address and the network, then ask again.", detail: answer.explanation)
  }
}
