import IMEI
import Imaging
import TestSupport
import Testing

@testable import Reading

@Suite("BarcodeReader")
struct BarcodeReaderTests {
  private let reader = BarcodeReader()

  /// A Code 39 symbol: each character is five bars and four spaces, three of the nine wide.
  private func code39(_ text: String, module: Int) -> GrayImage {
    let wide: [Character: String] = [
      "0": "000110100", "1": "100100001", "2": "001100001", "3": "101100000", "4": "000110001",
      "5": "100110000", "6": "001110000", "7": "000100101", "8": "100100100", "9": "001100100",
      "*": "010010100",
    ]
    var canvas = DrawnImage(width: (text.count + 2) * 16 * module + 80 * module, height: 120)
    var x = 20 * module
    for character in "*\(text)*" {
      for (index, element) in (wide[character] ?? "").enumerated() {
        let width = element == "1" ? 3 * module : module
        if index % 2 == 0 {
          canvas.fill(PixelRect(x: x, y: 20, width: width, height: 80))
        }
        x += width
      }
      x += module
    }
    return canvas.image
  }

  @Test(arguments: 0..<4)
  func readsASymbolAtEveryQuarterTurnOnce(turns: Int) throws {
    let image = code39("356938035643809", module: 3).rotated(quarterTurns: turns)
    let found = reader.read(image)
    #expect(found.map(\.text) == ["356938035643809"])
    #expect(found.map(\.symbology.rawValue) == ["barcode.code39"])
    let barcode = try #require(found.first)
    for corner in barcode.place.corners {
      #expect((0...Double(image.width)).contains(corner.x))
      #expect((0...Double(image.height)).contains(corner.y))
    }
  }

  @Test func readsBarsOfOnePixel() {
    #expect(reader.read(code39("356938035643809", module: 1)).map(\.text) == ["356938035643809"])
  }

  @Test(arguments: [(1, 1), (3, 2), (400, 300)])
  func anEmptyPictureHasNone(width: Int, height: Int) {
    #expect(reader.read(GrayImage(width: width, height: height, filledWith: 255)).isEmpty)
  }
}
