/// One JSON object of a list, its keys known by the names that headers have.
struct JSONRecord {
  var imeis: [String] = []
  var tac: String?
  var first: String?
  var last: String?
  var reasons: [String] = []
  var date = ""
  var reference = ""
  var reportedBy: [String] = []
  var change: String?
  /// `blockliststatus` of a Device Check answer.
  var blockListStatus: String?
  /// `responsestatus` of a Device Check answer.
  var responseStatus: String?
  /// The objects of `imeihistory`, in their order; `nil` when there is no such key.
  var history: [[String: String]]?

  /// The record in the bytes of one JSON value; `nil` when they are none.
  ///
  /// A string or a number stands for an IMEI, as an array of nothing else has them.
  init?(_ bytes: Span<UInt8>, keys: JSONKeys) {
    switch JSONValue(bytes) {
    case .object(let members):
      for member in members { take(keys[member.key], member.value, keys) }
    case .string(let text), .number(let text): imeis = [text]
    case .array, .bool, .null, nil: return nil
    }
  }

  private mutating func take(_ key: JSONKeys.Key, _ value: JSONValue, _ keys: JSONKeys) {
    if key.name == "imeihistory" || key.name == "history" {
      guard case .array(let actions) = value else { return }
      history = (history ?? []) + actions.map { Self.texts(of: $0, keys) }
      return
    }
    if case .array(let values) = value {
      if key.meaning == .imei { imeis += values.compactMap(\.text) }
      return
    }
    guard let text = value.text, !text.isEmpty else { return }
    if key.name == "responsestatus" { responseStatus = text }
    if key.name == "blockliststatus" {
      blockListStatus = text
      return
    }
    switch key.meaning {
    case .imei: imeis.append(text)
    case .tac: tac = text
    case .first: first = text
    case .last: last = text
    case .reason: if !reasons.contains(text) { reasons.append(text) }
    case .date: if date.isEmpty { date = text }
    case .reference: if reference.isEmpty { reference = text }
    case .by: if !reportedBy.contains(text) { reportedBy.append(text) }
    case .change: change = text
    case nil: break
    }
  }

  private static func texts(of value: JSONValue, _ keys: JSONKeys) -> [String: String] {
    guard case .object(let members) = value else { return [:] }
    var texts: [String: String] = [:]
    for member in members { texts[keys[member.key].name] = member.value.text }
    return texts
  }
}

extension JSONValue {
  /// The text of a string or number without space around it; `nil` for anything else.
  fileprivate var text: String? {
    switch self {
    case .string(let text):
      var rest = text[...]
      while rest.first?.isWhitespace == true { rest.removeFirst() }
      while rest.last?.isWhitespace == true { rest.removeLast() }
      return String(rest)
    case .number(let text): return text
    case .bool(let value): return value ? "true" : "false"
    case .null, .array, .object: return nil
    }
  }
}
