import IMEI
import Testing

@testable import BlockList

@Suite("What a row says")
struct RowInterpreterTests {
  private struct Read: Equatable {
    var entries: [String] = []
    var refusals: [String] = []
    var ignored = 0
  }

  private func read(_ text: String) throws -> Read {
    let bytes = Array(text.utf8)
    let shape = try ListShape.detect(head: bytes.span, isWhole: true, name: "x")
    var reader = ListReader(try ByteInput(.bytes(bytes, name: "x")))
    reader.delimiter = shape.delimiter
    let interpreter = RowInterpreter(shape: shape)
    var result = RowInterpreter.Result()
    var read = Read()
    while try reader.advance() {
      reader.withRow { interpreter.interpret($1, $0, into: &result) }
      if result.restartsAfterFirstLine { reader.restartAfterFirstLine() }
      read.ignored += result.isIgnored ? 1 : 0
      read.refusals += result.refusals.map { "\($0.line):\($0.column ?? 0) \($0.code)" }
      read.entries += result.entries.map {
        "\($0.line) \($0.form.digits(of: $0.key)) \($0.details.reason) \($0.details.date.isEmpty ? "-" : $0.details.date)"
      }
    }
    return read
  }

  @Test("Reason and date are kept when the header names them")
  func columns() throws {
    let read = try read(
      "imei,reporting_date,status\n356938035643809,20260102,stolen\n490154203237518,,\n")
    #expect(read.entries == ["2 356938035643809 stolen 20260102", "3 490154203237518  -"])
    #expect(read.ignored == 1)
  }

  @Test("Reason and status are both kept; equal ones once")
  func reasonAndStatus() throws {
    let read = try read("imei,reason,status\n356938035643809,theft,recovered\n490154203237518,x,x")
    #expect(read.entries.first == "2 356938035643809 theft; recovered -")
    #expect(read.entries.last == "3 490154203237518 x -")
  }

  @Test("14, 15 and 16 digits go in as they stand")
  func forms() throws {
    let read = try read("35693803564380\n356938035643809\n3569380356438012")
    #expect(
      read.entries.map { $0.split(separator: " ")[1] } == [
        "35693803564380", "356938035643809", "3569380356438012",
      ])
  }

  @Test("Both columns of a row go in; the same equipment twice makes one entry, the fuller form")
  func dual() throws {
    let read = try read(
      "imei_norm,imei,imei 2\n35693803564380,356938035643809,490154203237518\n,,\n35693803564380,,12\n"
    )
    #expect(
      read.entries.map { $0.split(separator: " ")[1] } == [
        "356938035643809", "490154203237518", "35693803564380",
      ])
    #expect(read.refusals == ["4:3 tooShort"])
  }

  @Test("A row without a field where the IMEI belongs is refused with its line")
  func missing() throws {
    let read = try read("date,imei\n2026,356938035643809\n2026\n2026,\n")
    #expect(read.refusals == ["3:0 noIMEI", "4:0 noIMEI"])
  }

  @Test("Spreadsheet damage is named: lost zero, exponent, masked digits")
  func damage() throws {
    let read = try read("imei\n356938035643809\n12345678901237\n3.57E+14\n3569380356*****\n")
    #expect(
      read.refusals == ["3:1 lostLeadingZero", "4:1 spreadsheetExponent", "5:1 masked"])
  }

  @Test("A stray quote mark does not swallow the entries below it")
  func strayQuote() throws {
    let read = try read("imei\n\"356938035643809\n490154203237518\n352099001761481\"\n")
    #expect(read.refusals.first == "2:0 quoteNotClosed")
    #expect(read.entries.contains { $0.contains("490154203237518") })
    let remark = try self.read(
      "imei,reason\n356938035643809,\"stolen\n490154203237518,lost\n352099001761481,\"x\"\n")
    #expect(remark.entries.contains { $0.contains("490154203237518") })
    #expect(remark.refusals.first == "2:0 quoteInField")
    let closed = try self.read(
      "imei,reason\n356938035643809,\"stolen\n490154203237518,\"\n352099001761481,x\n")
    #expect(closed.refusals.first == "2:0 quoteNotClosed")
    #expect(closed.entries.contains { $0.contains("352099001761481") })
  }

  @Test("A reason over several lines is kept, its line ends written as escapes")
  func longReason() throws {
    let read = try read("imei,reason\n356938035643809,\"stolen\nfrom a car\"\nabc,y")
    #expect(read.entries == ["2 356938035643809 stolen\\nfrom a car -"])
    #expect(read.refusals == ["4:1 notDigits"])
  }

  @Test("Control characters in a row's text never reach a report")
  func controls() throws {
    let bytes = Array(
      "imei,reason\n3569\u{1B}[31m,\u{202E}x\n356938035643809,\u{1B}[2J\u{202E}\n".utf8)
    let shape = try ListShape.detect(head: bytes.span, isWhole: true, name: "x")
    var reader = ListReader(try ByteInput(.bytes(bytes, name: "x")))
    var texts: [String] = []
    var result = RowInterpreter.Result()
    while try reader.advance() {
      reader.withRow { RowInterpreter(shape: shape).interpret($1, $0, into: &result) }
      texts += result.refusals.flatMap { [$0.text, $0.message, $0.cure] }
      texts += result.entries.map(\.details.reason)
    }
    #expect(texts.contains { $0.contains("\\u{1B}[31m") })
    #expect(texts.contains("\\u{1B}[2J\\u{202E}"))
    #expect(texts.allSatisfy { $0.unicodeScalars.allSatisfy(VisibleText.isPrintable) })
  }
}
