internal import CZXing

/// A text as a QR code: squares, dark or not, without the quiet zone of four squares that a reader needs
/// around them.
///
/// Error correction level M: a stain over a seventh of the code does not matter. The same text gives the
/// same squares.
public struct QRCode: Sendable, Hashable {
  /// The light squares that a reader needs on each side.
  public static let quietZone = 4
  /// The most bytes of text that the largest code takes at level M.
  public static let mostBytes = 2_331

  /// Squares along one side, 21 to 177.
  public let side: Int
  private let squares: [Bool]

  /// The code of a text.
  ///
  /// - Throws: ``ReportingError`` `badValue` when the text is empty or too long.
  public init(_ text: String) throws(ReportingError) {
    guard !text.isEmpty, text.utf8.count <= Self.mostBytes, let matrix = QRMatrix(text) else {
      throw ReportingError(
        .badValue, "a text of \(text.utf8.count) bytes does not fit into a QR code",
        cure: "Give a text of 1 to \(Self.mostBytes) bytes.")
    }
    let side = matrix.side
    self.side = side
    squares = (0..<side * side).map { matrix.isDark(x: $0 % side, y: $0 / side) }
  }

  /// Whether the square `x` from the left and `y` from the top, both from 0, is dark.
  ///
  /// Squares outside the code are light.
  public func isDark(x: Int, y: Int) -> Bool {
    (0..<side).contains(x) && (0..<side).contains(y) && squares[y * side + x]
  }
}

/// Owns ZXing's matrix.
private final class QRMatrix {
  private let matrix: OpaquePointer

  /// Nil when the library refuses the text.
  init?(_ text: String) {
    var text = text
    let made = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { czxing_write_qr($0.baseAddress, $0.count) }
    }
    guard let made else { return nil }
    matrix = made
  }

  deinit { czxing_matrix_free(matrix) }

  var side: Int { Int(czxing_matrix_side(matrix)) }

  func isDark(x: Int, y: Int) -> Bool { czxing_matrix_is_dark(matrix, CInt(x), CInt(y)) }
}
