internal import BlockList
internal import IMEI

/// Brings answers back into the order of the inputs, and finds equipment that was asked before.
struct AnswerOrder {
  private var waiting: [ListedInput] = []
  private var questions: [RegisterQuestion?] = []
  private var first = 0
  private var answers: [RegisterQuestion: RegisterAnswer] = [:]
  private var underWay: Set<RegisterQuestion> = []

  private static let maximumWaiting = 4_096
  private static let maximumAnswers = 65_536

  /// Whether another input may come before the first is ready.
  var hasRoom: Bool { waiting.count - first < Self.maximumWaiting }

  /// Adds an input.
  ///
  /// - Returns: its question if it has to be asked.
  mutating func add(_ input: ListedInput, _ question: RegisterQuestion?) -> RegisterQuestion? {
    waiting.append(input)
    questions.append(question)
    guard let question, answers[question] == nil, underWay.insert(question).inserted else {
      return nil
    }
    return question
  }

  /// Takes an answer.
  mutating func answer(_ question: RegisterQuestion, _ answer: RegisterAnswer) {
    underWay.remove(question)
    answers[question] = answer
  }

  /// The next input, once it and all before it are ready.
  mutating func popReady() -> AskedInput? {
    guard first < waiting.count else { return nil }
    let input = waiting[first]
    let result: AskedInput.Result
    if let question = questions[first] {
      guard let answer = answers[question] else { return nil }
      result = .answer(answer, question)
    } else if case .refused(let refusal) = input.outcome {
      result = .refused(refusal)
    } else {
      return nil
    }
    first += 1
    makeRoom()
    return AskedInput(input: input, result: result)
  }

  private mutating func makeRoom() {
    if first == waiting.count || first >= Self.maximumWaiting / 2 {
      waiting.removeFirst(first)
      questions.removeFirst(first)
      first = 0
    }
    if answers.count > Self.maximumAnswers {
      let needed = Set(questions[first...].compactMap(\.self))
      answers = answers.filter { needed.contains($0.key) }
    }
  }
}
