/// One line a worker writes.
public enum WorkerReply: Hashable, Sendable {
  /// `{"worker":1,"sandbox":"filtered"}`: the first line of a pool's worker, once it can read.
  case ready(Sandbox.Level)
  /// `{"id":7,"photo":{…}}`: the answer to one job; `"crops":["…",null]` beside it, a PNG file in
  /// Base64 for each reading, when there are any, or `"preview":"…"`, one of the whole photo.
  case photo(id: WorkerJob.ID, PhotoResult)
  /// `{"id":null,"error":{"line":3,"message":"…","cure":"…"}}`: a line that is no job.
  case badLine(number: Int, message: String, cure: String)
}

extension WorkerReply: Codable {
  private enum Key: String, CodingKey {
    case worker, sandbox, id, photo, crops, preview, error
  }

  private struct BadLine: Codable {
    let line: Int
    let message: String
    let cure: String
  }

  /// Reads any of the three kinds.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Key.self)
    if keys.contains(.photo) {
      var result = try keys.decode(PhotoResult.self, forKey: .photo)
      if let crops = try keys.decodeIfPresent([CropFile?].self, forKey: .crops) {
        guard crops.count == result.readings.count else {
          throw DecodingError.dataCorruptedError(
            forKey: .crops, in: keys, debugDescription: "There is not one crop a reading.")
        }
        for (index, crop) in crops.enumerated() { result.readings[index].cropPNG = crop?.bytes }
      }
      result.previewPNG = try keys.decodeIfPresent(Preview.self, forKey: .preview)?.bytes
      self = .photo(id: try keys.decode(WorkerJob.ID.self, forKey: .id), result)
    } else if keys.contains(.error) {
      let error = try keys.decode(BadLine.self, forKey: .error)
      self = .badLine(number: error.line, message: error.message, cure: error.cure)
    } else {
      self = .ready(try keys.decode(Sandbox.Level.self, forKey: .sandbox))
    }
  }

  /// Writes the reply.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    switch self {
    case .ready(let level):
      try keys.encode(1, forKey: .worker)
      try keys.encode(level, forKey: .sandbox)
    case .photo(let id, let result):
      try keys.encode(id, forKey: .id)
      try keys.encode(result, forKey: .photo)
      let crops = result.readings.map { $0.cropPNG.map(CropFile.init(bytes:)) }
      if crops.contains(where: { $0 != nil }) { try keys.encode(crops, forKey: .crops) }
      try keys.encodeIfPresent(result.previewPNG.map(Preview.init(bytes:)), forKey: .preview)
    case .badLine(let number, let message, let cure):
      try keys.encodeNil(forKey: .id)
      try keys.encode(BadLine(line: number, message: message, cure: cure), forKey: .error)
    }
  }
}
