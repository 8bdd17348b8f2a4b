import Testing

@testable import Reporting

@Suite struct SeparatedValuesTests {
  private func text(_ values: SeparatedValues, _ texts: [String], quoted: Bool = false) -> String {
    String(decoding: values.line(texts, quoted: quoted), as: UTF8.self)
  }

  @Test func quotesWhatNeedsIt() {
    #expect(
      text(.init(), ["a", "b,c", "d\"e", " f", "g ", "#h", "", "i;j"])
        == "a,\"b,c\",\"d\"\"e\",\" f\",\"g \",\"#h\",,i;j\r\n")
    #expect(text(.init(separator: 0x3B), ["b,c", "i;j"]) == "b,c;\"i;j\"\r\n")
  }

  @Test func quotesAllThatIsNotEmptyOnDemand() {
    #expect(text(.init(), ["01", "", "b"], quoted: true) == "\"01\",,\"b\"\r\n")
  }

  @Test func leavesNoRowBlank() {
    #expect(text(.init(), [""]) == "\"\"\r\n")
    #expect(text(.init(), ["", ""]) == ",\r\n")
  }

  @Test func isReadBackAsItWasWritten() throws {
    let rows = [["x", "y", "z"]] + SpoilingHaul.texts.map { [$0, "", $0] }
    for quoted in [false, true] {
      for separator in [",", ";", "\t", "|"].map({ Character($0).asciiValue ?? 0 }) {
        let values = SeparatedValues(separator: separator)
        let bytes = rows.flatMap { values.line($0, quoted: quoted) }
        let read = try StrictCSV(bytes, separator: separator)
        #expect([read.header] + read.rows == rows)
      }
    }
  }
}
