internal import CaseFile

extension ReviewIndex {
  /// What a person asks for.
  struct Wish: Sendable {
    /// Who asks.
    let reviewer: Reviewer
    /// How many at most.
    let count: Int
    /// Which kinds; nil for all.
    var kinds: Set<ReviewKind>?
    /// Numbers that are not to come now.
    var leavingOut: Set<ReadingSubject> = []
    /// Numbers that the person put off: they come after all others.
    var postponed: Set<ReadingSubject> = []
  }

  /// The next numbers for a person, in the order of work.
  ///
  /// Readings to be confirmed go first to who was shown them before, and last to whom others were shown
  /// them alone: a second person has to be left who can key them blind.
  ///
  /// - Parameter isFree: whether nobody else works on a number.
  func next(
    _ wish: Wish, shown: ShownNumbers, isFree: (ReadingSubject) -> Bool
  ) -> [OpenNumber] {
    var found: [OpenNumber] = []
    var taken = wish.leavingOut
    func take(_ number: OpenNumber) {
      guard taken.insert(number.subject).inserted else { return }
      found.append(number)
    }
    func suits(_ number: OpenNumber) -> Bool {
      (wish.kinds?.contains(number.kind) ?? true) && !taken.contains(number.subject)
        && isFree(number.subject) && wish.reviewer.mayDecide(number, shown)
    }
    let person = wish.reviewer.person
    var others: [OpenNumber] = []
    var isConfirming = false
    for number in all {
      if found.count >= wish.count { return found }
      if number.kind == .confirm, !isConfirming {
        isConfirming = true
        for number in shownBefore(to: person, shown) where found.count < wish.count {
          if suits(number), !wish.postponed.contains(number.subject) { take(number) }
        }
        if found.count >= wish.count { return found }
      }
      guard suits(number), !wish.postponed.contains(number.subject) else { continue }
      if number.kind == .confirm, shown.contains(number.subject) {
        if others.count < wish.count { others.append(number) }
      } else {
        take(number)
      }
    }
    let late = wish.postponed.isEmpty ? [] : all.filter { wish.postponed.contains($0.subject) }
    for number in others + late where found.count < wish.count {
      if suits(number) { take(number) }
    }
    return found
  }

  /// How many numbers wait for a person, and how many for others.
  func counts(for reviewer: Reviewer, shown: ShownNumbers) -> ReviewTally {
    var counts = ReviewTally()
    for number in all {
      if reviewer.mayDecide(number, shown) {
        counts.add(number.kind)
      } else {
        counts.waitingForOthers += 1
      }
    }
    return counts
  }

  /// How many numbers wait for anybody.
  var counts: ReviewTally {
    all.reduce(into: ReviewTally()) { $0.add($1.kind) }
  }

  private func shownBefore(to person: String, _ shown: ShownNumbers) -> [OpenNumber] {
    shown.numbers(of: person).compactMap { self[$0] }.filter { $0.kind == .confirm }
      .sorted { $0.place < $1.place }
  }
}
