extension HaulFindings {
  /// Takes in every line of a results file, as `scan --format jsonl` wrote it.
  ///
  /// - Parameter onRefusal: called for each line that is no photo's result; the rest counts.
  /// - Returns: how many results were taken in.
  /// - Throws: ``IntakeError`` when the file cannot be read, and what `onRefusal` throws.
  public mutating func add(
    _ file: consuming LineFile, onRefusal: (RefusedLine) throws -> Void
  ) throws -> Int {
    var count = 0
    while let line = try file.next() {
      guard let bytes = line.bytes else {
        try onRefusal(.tooLong(line.number))
        continue
      }
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      do throws(IntakeError) {
        add(try PhotoResult(json: bytes))
        count += 1
      } catch {
        try onRefusal(RefusedLine(line: line.number, message: error.message, cure: error.cure))
      }
    }
    return count
  }
}
