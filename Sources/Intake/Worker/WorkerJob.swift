/// One photo for a worker: one line `{"id":7,"path":"…"}`, with `"pathBytes":"…"` (percent-encoded)
/// beside it when the path is not valid UTF-8, `"crops":true` when pictures of the digits are
/// wanted, and `"preview":1600` when nothing but a picture of the photo for a browser is.
public struct WorkerJob: Hashable, Sendable {
  /// What the answer carries back; chosen by the sender.
  public enum ID: Hashable, Sendable {
    /// A whole number.
    case number(Int)
    /// A text.
    case text(String)
  }

  /// What the answer carries back.
  public var id: ID
  /// The photo's path, relative to the worker's folder if it is not absolute.
  public var path: PhotoPath
  /// Whether the answer is to carry a picture of each reading's digits.
  public var wantsCrops: Bool
  /// The longest side, in pixels, of the picture that is wanted in place of readings; nil for readings.
  public var previewSide: Int?

  /// Makes a job.
  public init(id: ID, path: PhotoPath, wantsCrops: Bool = false, previewSide: Int? = nil) {
    self.id = id
    self.path = path
    self.wantsCrops = wantsCrops
    self.previewSide = previewSide
  }
}

extension WorkerJob.ID: Codable {
  /// Reads a whole number or a text.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try value.decode(String.self))
    }
  }

  /// Writes what was read.
  public func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .number(let number): try value.encode(number)
    case .text(let text): try value.encode(text)
    }
  }
}

extension WorkerJob: Codable {
  private enum Key: String, CodingKey {
    case id, path, pathBytes, crops, preview
  }

  /// Reads a job; an empty path, a zero byte or a bad escape is an error.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Key.self)
    id = try keys.decode(ID.self, forKey: .id)
    let text = try keys.decode(String.self, forKey: .path)
    let encoded = try keys.decodeIfPresent(String.self, forKey: .pathBytes)
    guard let path = PhotoPath(text: text, percentEncoded: encoded) else {
      throw DecodingError.dataCorruptedError(
        forKey: .path, in: keys, debugDescription: "The path is empty or badly encoded.")
    }
    self.path = path
    wantsCrops = try keys.decodeIfPresent(Bool.self, forKey: .crops) ?? false
    previewSide = try keys.decodeIfPresent(Int.self, forKey: .preview)
    if let previewSide, !Preview.sides.contains(previewSide) {
      throw DecodingError.dataCorruptedError(
        forKey: .preview, in: keys, debugDescription: "A preview has sides of \(Preview.sides).")
    }
  }

  /// Writes the job; `pathBytes`, `crops` and `preview` only when they are needed.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(id, forKey: .id)
    try keys.encode(path.text, forKey: .path)
    try keys.encodeIfPresent(path.percentEncoded, forKey: .pathBytes)
    if wantsCrops { try keys.encode(true, forKey: .crops) }
    try keys.encodeIfPresent(previewSide, forKey: .preview)
  }
}
