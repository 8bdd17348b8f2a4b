/// Who may decide what, and what follows: a pure function of the machine's reading and the events.
///
/// A doubtful reading, a flagged one, and one that somebody does not take as the machine read it need two
/// people, of whom one keys the number blind; a third, who may settle, has the last word when they
/// differ. An undone decision is as if it had not been made.
public enum DecisionRules {
  /// Where a number stands after `events`, in their order.
  ///
  /// A decision against the rules changes nothing and is named in ``ReadingState/ignored``.
  public static func state(of machine: MachineReading, after events: [DecisionEvent])
    -> ReadingState
  {
    var counting: [DecisionEvent] = []
    var ignored: [ReadingState.Ignored] = []
    for event in events {
      let current = evaluate(machine, counting, ignored)
      if let reason = refusal(of: event, in: current, counting) {
        ignored.append(ReadingState.Ignored(sequence: event.sequence, reason: reason))
      } else if case .undo(let sequence) = event.act {
        counting.removeAll { $0.sequence == sequence }
      } else {
        counting.append(event)
      }
    }
    return evaluate(machine, counting, ignored)
  }

  /// Why a decision cannot be made after `events`; `nil` when it can.
  public static func refusal(
    of event: DecisionEvent, on machine: MachineReading, after events: [DecisionEvent]
  ) -> String? {
    state(of: machine, after: events + [event]).ignored
      .last { $0.sequence == event.sequence }?.reason
  }

  private static func evaluate(
    _ machine: MachineReading, _ events: [DecisionEvent], _ ignored: [ReadingState.Ignored]
  ) -> ReadingState {
    let opinions = events.compactMap { opinion($0, machine) }
    let settlement = events.last { if case .settle = $0.act { true } else { false } }
    let phase: ReadingState.Phase
    var number: String?
    if let settlement, case .settle(let digits) = settlement.act {
      phase = digits == nil ? .unreadable : .settled
      number = digits
    } else if opinions.count >= 2 {
      if opinions[0].value != opinions[1].value {
        phase = .mismatch
      } else {
        number = opinions[0].value.number
        phase = number == nil ? .unreadable : .settled
      }
    } else if needsTwo(machine, opinions) {
      phase = opinions.isEmpty ? .open : .secondNeeded
    } else {
      phase = .accepted
      number = machine.number
    }
    let given = events.filter(\.isFlagged)
    let isFlagged: Bool
    if let number {
      isFlagged =
        (machine.isFlagged && machine.number == number)
        || given.contains { digits($0) == number }
    } else {
      isFlagged = phase != .unreadable && (machine.isFlagged || !given.isEmpty)
    }
    return ReadingState(
      machine: machine, phase: phase, number: number, isFlagged: isFlagged, opinions: opinions,
      settledBy: settlement?.person, settlement: settlement?.sequence, ignored: ignored)
  }

  private static func needsTwo(_ machine: MachineReading, _ opinions: [Opinion]) -> Bool {
    guard machine.isAccepted, !machine.isFlagged, let number = machine.number else { return true }
    return opinions.contains { $0.value != .number(number) || $0.isFlagged }
  }

  private static func opinion(_ event: DecisionEvent, _ machine: MachineReading) -> Opinion? {
    let value: Opinion.Value
    var isBlind = false
    switch event.act {
    case .opinion(let given, let blind):
      value = given
      isBlind = blind
    case .accept:
      guard let number = machine.number else { return nil }
      value = .number(number)
    case .settle, .undo: return nil
    }
    return Opinion(
      sequence: event.sequence, person: event.person, value: value, isBlind: isBlind,
      isFlagged: event.isFlagged)
  }

  private static func digits(_ event: DecisionEvent) -> String? {
    switch event.act {
    case .opinion(let value, _): value.number
    case .settle(let digits): digits
    case .accept, .undo: nil
    }
  }

  private static func refusal(
    of event: DecisionEvent, in state: ReadingState, _ counting: [DecisionEvent]
  ) -> String? {
    switch event.act {
    case .undo(let sequence): return refusal(ofUndoing: sequence, event, state, counting)
    case .settle:
      guard state.phase == .mismatch else { return "there are no two that differ" }
      guard event.role.settles else { return "\(event.person) may not settle" }
      guard !state.opinions.contains(where: { $0.person == event.person }) else {
        return "\(event.person) is one of the two that differ; a third person settles"
      }
      return nil
    case .accept, .opinion:
      return refusal(ofOpinion: event, state)
    }
  }

  private static func refusal(ofOpinion event: DecisionEvent, _ state: ReadingState) -> String? {
    if state.opinions.contains(where: { $0.person == event.person }) {
      return "\(event.person) has decided already and would have to undo that first"
    }
    guard state.opinions.count < 2, state.settledBy == nil else {
      return state.phase == .mismatch
        ? "two differ already; a third person settles" : "it is decided already"
    }
    if case .accept = event.act, state.machine.number == nil {
      return "there is no reading to accept"
    }
    guard let first = state.opinions.first, !first.isBlind else { return nil }
    switch event.act {
    case .opinion(_, isBlind: true), .opinion(.unreadable, _): return nil
    default: return "\(first.person) has decided already; a second person keys the number blind"
    }
  }

  private static func refusal(
    ofUndoing sequence: Int64, _ event: DecisionEvent, _ state: ReadingState,
    _ counting: [DecisionEvent]
  ) -> String? {
    guard let place = counting.firstIndex(where: { $0.sequence == sequence }) else {
      return "event \(sequence) is no decision that counts"
    }
    let target = counting[place]
    if state.settledBy != nil, case .settle = target.act {
    } else if state.settledBy != nil {
      return "the settlement has to be undone first"
    }
    let others = counting[(place + 1)...].filter { $0.person != target.person }
    if target.person == event.person, others.isEmpty { return nil }
    guard event.role.settles else {
      return others.isEmpty
        ? "only \(target.person) or a person who may settle can undo it"
        : "\(others[0].person) has decided since; only a person who may settle can undo it"
    }
    guard !state.opinions.contains(where: { $0.person == event.person }) else {
      return
        "\(event.person) is one of those who decided; another person who may settle can undo it"
    }
    return nil
  }
}
