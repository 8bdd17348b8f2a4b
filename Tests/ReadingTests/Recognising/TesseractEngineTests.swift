import IMEI
import Imaging
import TestSupport
import Testing

@testable import Reading

@Suite("TesseractEngine", .serialized)
struct TesseractEngineTests {
  @Test func aMissingModelIsNamedWithItsCure() {
    let error = #expect(throws: ReadingError.self) {
      try TesseractEngine(language: "no-such-model")
    }
    #expect(error?.code == .componentMissing)
    #expect(error?.message.contains("no-such-model") == true)
    #expect(error?.cure.contains("apt-get install") == true)
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 900), (900, 2), (40, 40)])
  func anEmptyPictureGivesNoDigit(width: Int, height: Int) throws {
    let engine = try TesseractEngine()
    let blank = GrayImage(width: width, height: height, filledWith: 255)
    #expect(!engine.recognise(line: blank).contains { $0.character.isNumber })
  }

  @Test func noiseNeverStopsTheEngine() throws {
    let engine = try TesseractEngine()
    var random = SeededRandom(seed: 7)
    for _ in 0..<5 {
      let pixels = (0..<200 * 80).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = engine.recognise(line: GrayImage(width: 200, height: 80, pixels: pixels))
    }
  }

  @Test func theModelsFileIsNamed() throws {
    #expect(try TesseractEngine().modelPath.hasSuffix("/eng.traineddata"))
  }
}
