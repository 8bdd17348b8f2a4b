/// Digits alone, one number a line, for whatever takes nothing else.
struct NumberLists {
  /// Numbers that count, of 15 digits, sorted.
  let settled: [String]
  /// Numbers that do not count yet, and those that count but were printed with 14 or 16 digits, sorted.
  ///
  /// A check digit that was not printed is not made up, so these cannot stand among those of 15.
  let unresolved: [String]

  /// The numbers of a record, each once.
  init(of record: HaulRecord) {
    let numbers = record.exhibits.flatMap(\.numbers) + record.unassignedNumbers
    var settled: Set<String> = []
    var others: Set<String> = []
    for number in numbers where number.digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      if number.standing != .open, number.digits.utf8.count == 15 {
        settled.insert(number.digits)
      } else {
        others.insert(number.digits)
      }
    }
    self.settled = settled.sorted()
    unresolved = others.subtracting(settled).sorted()
  }

  /// Writes both files: ASCII, a line feed behind each number.
  ///
  /// - Throws: ``ReportingError`` `unwritable`, `badName`.
  func write(to folder: StagedFolder) throws(ReportingError) {
    try folder.write(Self.lines(settled), to: "imeis.txt")
    try folder.write(Self.lines(unresolved), to: "imeis-unresolved.txt")
  }

  private static func lines(_ numbers: [String]) -> [UInt8] {
    numbers.flatMap { Array($0.utf8) + [0x0A] }
  }
}
