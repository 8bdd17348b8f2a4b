extension Decision.Act {
  var number: String? {
    switch self {
    case .accept, .unreadable: nil
    case .correct(let number), .key(let number): number
    case .settle(let number): number
    }
  }

  var kind: String {
    switch self {
    case .accept: "accept"
    case .correct: "correct"
    case .key: "key"
    case .unreadable: "unreadable"
    case .settle: "settle"
    }
  }

  func event(number: String?) -> DecisionEvent.Act {
    switch self {
    case .accept: .accept
    case .correct: .opinion(.number(number ?? ""), isBlind: false)
    case .key: .opinion(.number(number ?? ""), isBlind: true)
    case .unreadable: .opinion(.unreadable, isBlind: false)
    case .settle: .settle(number)
    }
  }
}

extension ReadingSubject.Number {
  var position: Int {
    switch self {
    case .read(let position): position
    case .seen(let index): index
    }
  }
}
