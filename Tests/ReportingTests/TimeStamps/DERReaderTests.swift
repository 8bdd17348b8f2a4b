import Testing

@testable import Reporting

@Suite struct DERReaderTests {
  @Test(
    arguments: [
      [0x30, 0x80, 0x02, 0x01, 0x00, 0x00, 0x00],
      [0x30, 0x81, 0x03, 0x02, 0x01, 0x00],
      [0x30, 0x82, 0x00, 0x03, 0x02, 0x01, 0x00],
      [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0x00],
      [0x30, 0x85, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00],
      [0x30, 0x88, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
      [0x30, 0xFF, 0x00], [0x30, 0x04, 0x00], [0x30], [], [0x3F, 0x81, 0x01, 0x00], [0x31, 0x00],
    ] as [[UInt8]])
  func refusesWhatIsNoStrictSequence(bytes: [UInt8]) {
    var reader = DERReader(bytes[...])
    #expect(throws: DERFault.self) { try reader.next(.sequence) }
  }

  @Test func readsLongLengths() throws {
    var reader = DERReader(([0x04, 0x82, 0x01, 0x00] + [UInt8](repeating: 7, count: 256))[...])
    #expect(try reader.next(.octetString).count == 256)
    try reader.end()
  }

  @Test(
    arguments: [
      ([0x02, 0x01, 0x00], "00"), ([0x02, 0x01, 0x7F], "7f"), ([0x02, 0x02, 0x00, 0x80], "80"),
      ([0x02, 0x01, 0x80], nil), ([0x02, 0x02, 0x00, 0x7F], nil), ([0x02, 0x00], nil),
      ([0x02, 0x05, 1, 2, 3, 4, 5], nil),
    ] as [([UInt8], String?)])
  func readsWholeNumbersInTheirShortestForm(bytes: [UInt8], text: String?) {
    var reader = DERReader(bytes[...])
    #expect((try? reader.number(limit: 4)) == text)
  }

  @Test(
    arguments: [
      ([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02], "1.2.840.113549.1.7.2"),
      ([0x88, 0x37], "2.999"), ([0x00], "0.0"), ([0x7F], "2.47"), ([], nil), ([0x80, 0x01], nil),
      ([0x2A, 0x80, 0x01], nil), ([0x2A, 0x86], nil),
      ([0x2A] + Array(repeating: 0xFF, count: 9) + [0x7F], nil),
      (Array(repeating: 0x01, count: 65), nil),
    ] as [([UInt8], String?)])
  func readsObjectIdentifiers(content: [UInt8], text: String?) {
    var reader = DERReader(([0x06, UInt8(content.count)] + content)[...])
    #expect((try? reader.identifier()) == text)
  }

  @Test(
    arguments: [
      ("20261121101530Z", "2026-11-21T10:15:30.000Z"),
      ("20261121101530.5Z", "2026-11-21T10:15:30.500Z"),
      ("20261121101530.123456789Z", "2026-11-21T10:15:30.123Z"),
      ("20240229000000Z", "2024-02-29T00:00:00.000Z"),
      ("20000229235959Z", "2000-02-29T23:59:59.000Z"),
      ("20230229000000Z", nil), ("19000229000000Z", nil), ("20261321101530Z", nil),
      ("20261100101530Z", nil), ("20261131101530Z", nil), ("20261121241530Z", nil),
      ("20261121106030Z", nil), ("20261121101560Z", nil), ("20261121101530", nil),
      ("20261121101530+0100", nil), ("20261121101530.Z", nil), ("20261121101530.50Z", nil),
      ("20261121101530,5Z", nil), ("202611211015Z", nil), ("2026112110153 Z", nil),
      ("-0261121101530Z", nil), ("20261121101530.1234567890123Z", nil), ("", nil),
    ] as [(String, String?)])
  func readsTimesOfUTCWithSeconds(form: String, text: String?) {
    var reader = DERReader(([0x18, UInt8(form.utf8.count)] + Array(form.utf8))[...])
    #expect((try? reader.time()) == text)
  }
}
