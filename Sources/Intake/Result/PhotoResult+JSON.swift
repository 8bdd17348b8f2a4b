internal import Foundation

extension PhotoResult {
  /// The result as one line of JSON without a line end.
  public func json() throws -> [UInt8] {
    try OrderedJSONEncoder().encode(self)
  }

  /// Reads a result from JSON bytes.
  ///
  /// - Throws: ``IntakeError`` of code `badInput` when the bytes are no object of this schema.
  public init(json: some Sequence<UInt8>) throws(IntakeError) {
    do {
      self = try JSONDecoder().decode(PhotoResult.self, from: Data(json))
    } catch {
      throw IntakeError(
        code: .badInput, message: "The line is no object of schema \(Self.schema).",
        cure: "Give the line as imeikit printed it.", detail: String(describing: error))
    }
  }
}
