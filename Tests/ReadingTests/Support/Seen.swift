import IMEI

@testable import Reading

/// Evidence as readers would give it of one line of a photo.
enum Seen {
  static let first = "356938035643809"
  static let second = "356938035643817"
  /// The check digit differs.
  static let misprinted = "356938035643808"

  /// What the kit's network read, with its probability of all digits.
  static func print(
    _ text: String, y: Double = 100, posterior: Double = Acceptance.alone, turned: Double = 0,
    alternatives: [IMEIReading.Alternative] = []
  ) -> [Evidence] {
    candidates(text, y: y, confidence: 0.9).map {
      Evidence(
        candidate: $0, source: .digits, place: PlaneTransform.rotation(by: turned).apply($0.box),
        posterior: posterior, alternatives: alternatives)
    }
  }

  /// What Tesseract read.
  static func byTesseract(
    _ text: String, y: Double = 100, confidence: Double = 0.9
  ) -> [Evidence] {
    candidates(text, y: y, confidence: confidence).map {
      Evidence(
        candidate: $0, source: .tesseract, place: PlaneTransform.rotation(by: 0).apply($0.box))
    }
  }

  /// What a barcode carries.
  static func barcode(_ payload: String, y: Double = 300) -> [Evidence] {
    let box = TextBox(x: 50, y: y, width: 400, height: 80)
    return CandidateFinder.find(payload: payload).candidates.map {
      Evidence(
        candidate: $0, source: Source(rawValue: "barcode.code128"),
        place: PlaneTransform.rotation(by: 0).apply(box))
    }
  }

  private static func candidates(
    _ text: String, y: Double, confidence: Double
  ) -> [Candidate] {
    let box = TextBox(x: 50, y: y, width: 400, height: 30)
    return CandidateFinder.find(in: [TextLine(text, confidence: confidence, box: box)]).candidates
  }
}
