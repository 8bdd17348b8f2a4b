import Imaging
import Reading
import Reporting
import Testing

@Suite struct QRCodeTests {
  /// The code as a picture of four pixels a square, with its quiet zone.
  private func drawn(_ code: QRCode) -> GrayImage {
    let scale = 4
    let side = (code.side + 2 * QRCode.quietZone) * scale
    let pixels = (0..<side * side).map { index -> UInt8 in
      let x = index % side / scale - QRCode.quietZone
      let y = index / side / scale - QRCode.quietZone
      return code.isDark(x: x, y: y) ? 0 : 255
    }
    return GrayImage(width: side, height: side, pixels: pixels)
  }

  @Test(arguments: [
    "412-6F1C-2A9E-0D5B-4C3E-9A75", "x", "0123456789",
    "case:6f1c2a9e-0d5b-4c3e-9a75-1f2e3d4c5b6a 412 "
      + "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
    "Prüfbericht – Größe 中文 🔒",
  ])
  func isReadBackByTheKitsReader(text: String) throws {
    let barcodes = BarcodeReader().read(drawn(try QRCode(text)))
    #expect(barcodes.map(\.text) == [text])
    #expect(barcodes.map(\.symbology.rawValue) == ["barcode.qrcode"])
  }

  @Test func keepsControlCharacters() throws {
    let text = "a\u{0}b\nc"
    #expect(BarcodeReader().read(drawn(try QRCode(text))).map(\.text) == [text])
  }

  @Test func isReadBackAtItsLargest() throws {
    let text = String(repeating: "q", count: QRCode.mostBytes)
    let code = try QRCode(text)
    #expect(code.side == 177)
    #expect(BarcodeReader().read(drawn(code)).map(\.text) == [text])
  }

  @Test(arguments: ["", String(repeating: "q", count: QRCode.mostBytes + 1)])
  func takesNoTextThatDoesNotFit(text: String) {
    #expect { try QRCode(text) } throws: { ($0 as? ReportingError)?.code == .badValue }
  }

  @Test func hasItsThreeCornersAndNothingOutside() throws {
    let code = try QRCode("x")
    #expect(code.side == 21)
    for (x, y) in [(0, 0), (20, 0), (0, 20)] { #expect(code.isDark(x: x, y: y)) }
    for (x, y) in [(-1, 0), (0, -1), (21, 0), (0, 21)] { #expect(!code.isDark(x: x, y: y)) }
  }

  @Test func isTheSameForTheSameText() throws {
    #expect(try QRCode("412-6F1C") == QRCode("412-6F1C"))
    #expect(try QRCode("412-6F1C") != QRCode("412-6F1D"))
  }
}
