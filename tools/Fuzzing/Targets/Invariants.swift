import IMEI

/// What holds for every list, whatever its bytes: a violation ends the process, which libFuzzer reports.
enum Invariants {
  /// Imports `bytes` as a list.
  static func importList(_ bytes: [UInt8]) {
    do throws(BlockListError) {
      let input = try ByteInput(.bytes(bytes, name: "fuzz"))
      var reader = try ListFileReader(input, mapping: nil)
      var result = RowInterpreter.Result()
      var line = 0
      while try reader.advance(into: &result) {
        for entry in result.entries {
          check(entry)
          precondition(entry.line >= line && entry.line <= reader.linesRead)
          line = entry.line
        }
        for refusal in result.refusals {
          precondition(refusal.line >= line && refusal.line <= reader.linesRead)
          precondition(isPrintable(refusal.text) && isPrintable(refusal.message))
        }
        precondition(
          result.isIgnored == (result.entries.isEmpty && result.refusals.isEmpty))
      }
      precondition(reader.bytesRead == bytes.count)
    } catch {
      precondition(isPrintable(error.message) && isPrintable(error.cure))
    }
  }

  /// Reads `bytes` as a list to check.
  static func checkList(_ bytes: [UInt8]) {
    do throws(BlockListError) {
      var reader = try IMEIListReader(.bytes(bytes, name: "fuzz"))
      while true {
        let batch = try reader.nextBatch(7)
        if batch.isEmpty { break }
        for input in batch { precondition(isPrintable(input.printableText)) }
      }
    } catch {
      precondition(isPrintable(error.message))
    }
  }

  private static func check(_ entry: ListEntry) {
    if let last = entry.last {
      precondition(last > entry.key && entry.form == .bare)
      precondition(last.value - entry.key.value < ListEntry.widestRange)
    }
    let details = entry.details
    for text in [details.reason, details.date, details.reference, details.reportedBy] {
      precondition(isPrintable(text) && text.unicodeScalars.count <= 12 * ListEntry.reasonLimit)
    }
    for action in details.history {
      for text in [action.date, action.reason, action.by] {
        precondition(isPrintable(text ?? ""))
      }
    }
  }

  private static func isPrintable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(VisibleText.isPrintable)
  }
}
