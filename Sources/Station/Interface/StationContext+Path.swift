internal import Foundation
internal import HTTPTypes
internal import Hummingbird

extension StationContext {
  /// The SHA-256 in the address, in small digits.
  ///
  /// - Throws: ``Problem`` 400 when it is none.
  func photoDigest() throws -> String {
    let text = (parameters.get("sha256") ?? "").lowercased()
    guard text.utf8.count == 64, text.utf8.allSatisfy(Self.isHexadecimal) else {
      throw Problem.parameter(
        "sha256", "is no SHA-256", cure: "Give 64 hexadecimal digits.")
    }
    return text
  }

  /// The exhibit's reference in the address, percent-decoded.
  ///
  /// - Throws: ``Problem`` 400 when it is none.
  func exhibitReference() throws -> String {
    let text = parameters.get("reference")?.removingPercentEncoding ?? ""
    guard !text.isEmpty, text.unicodeScalars.count <= ExhibitLimits.reference,
      !text.hasControls
    else {
      throw Problem.parameter(
        "reference", "is no reference of an exhibit",
        cure: "Give it as on the label, percent-encoded, a slash as %2F.")
    }
    return text
  }

  /// A whole number in the address.
  ///
  /// - Throws: ``Problem`` 400 when it is none.
  func number(_ name: String, in range: ClosedRange<Int64>) throws -> Int64 {
    let text = parameters.get(name) ?? ""
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(text),
      range.contains(number)
    else {
      throw Problem.parameter(
        name, "is no whole number from \(range.lowerBound) to \(range.upperBound)",
        cure: "Take it from an answer of the interface.")
    }
    return number
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
