internal import CaseFile

/// The numbers that wait for people, in the order of work.
///
/// A value: who gets what follows from it, from what people were shown, and from what others claimed.
struct ReviewIndex: Sendable {
  private var numbers: [OpenNumber.Place: OpenNumber] = [:]
  private var byPhoto: [String: [OpenNumber.Place]] = [:]
  /// Sorted.
  private var order: [OpenNumber.Place] = []

  /// An index of these numbers.
  init(_ open: some Sequence<OpenNumber> = []) {
    for number in open {
      numbers[number.place] = number
      byPhoto[number.subject.photo, default: []].append(number.place)
    }
    order = numbers.keys.sorted()
  }

  /// How many numbers wait.
  var count: Int { order.count }

  /// Every number that waits, in the order of work.
  var all: some Sequence<OpenNumber> { order.lazy.compactMap { numbers[$0] } }

  /// The numbers of one photo that wait.
  func numbers(of photo: String) -> [OpenNumber] {
    (byPhoto[photo] ?? []).sorted().compactMap { numbers[$0] }
  }

  /// A number, if it waits.
  subscript(subject: ReadingSubject) -> OpenNumber? {
    byPhoto[subject.photo]?.lazy.compactMap { numbers[$0] }.first { $0.subject == subject }
  }

  /// Says anew which numbers of a photo wait.
  mutating func replace(_ photo: String, with open: [OpenNumber]) {
    for place in byPhoto.removeValue(forKey: photo) ?? [] {
      numbers[place] = nil
      let index = lowerBound(place)
      if index < order.count, order[index] == place { order.remove(at: index) }
    }
    for number in open {
      let place = number.place
      numbers[place] = number
      order.insert(place, at: lowerBound(place))
      byPhoto[photo, default: []].append(place)
    }
  }

  private func lowerBound(_ place: OpenNumber.Place) -> Int {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if order[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
