internal import CaseFile

/// The details of an event as plain JSON.
enum AuditDetails: Codable, Sendable, Hashable {
  case text(String)
  case number(Int64)
  case truth(Bool)
  case none
  case list([AuditDetails])
  case object([String: AuditDetails])

  init(_ value: AuditValue) {
    switch value {
    case .text(let text): self = .text(text.visible(limit: 4_000))
    case .integer(let number): self = .number(number)
    case .boolean(let truth): self = .truth(truth)
    case .null: self = .none
    case .list(let values): self = .list(values.map(AuditDetails.init))
    case .object(let values): self = .object(values.mapValues(AuditDetails.init))
    }
  }

  /// The same for a person from whom numbers of a photo are kept; digests name things and stay.
  func covered(by cover: NameCover) -> AuditDetails {
    switch self {
    case .text(let text): .text(text.isDigest ? text : cover(text))
    case .list(let list): .list(list.map { $0.covered(by: cover) })
    case .object(let object): .object(object.mapValues { $0.covered(by: cover) })
    case .number, .truth, .none: self
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? container.decode(Int64.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([AuditDetails].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: AuditDetails].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .truth(let truth): try container.encode(truth)
    case .none: try container.encodeNil()
    case .list(let list): try container.encode(list)
    case .object(let object): try container.encode(object)
    }
  }
}
