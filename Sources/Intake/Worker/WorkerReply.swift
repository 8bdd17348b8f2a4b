/// One line a worker writes.
public enum WorkerReply: Hashable, Sendable {
  /// `{"worker":1,"sandbox":"filtered"}`: the first line of a pool's worker, once it can read.
  case ready(Sandbox.Level)
  /// `{"id":7,"photo":{…}}`: the answer to one job.
  case photo(id: WorkerJob.ID, PhotoResult)
  /// `{"id":null,"error":{"line":3,"message":"…","cure":"…"}}`: a line that is no job.
  case badLine(number: Int, message: String, cure: String)
}

extension WorkerReply: Codable {
  private enum Key: String, CodingKey {
    case worker, sandbox, id, photo, error
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
      self = .photo(
        id: try keys.decode(WorkerJob.ID.self, forKey: .id),
        try keys.decode(PhotoResult.self, forKey: .photo))
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
    case .badLine(let number, let message, let cure):
      try keys.encodeNil(forKey: .id)
      try keys.encode(BadLine(line: number, message: message, cure: cure), forKey: .error)
    }
  }
}
