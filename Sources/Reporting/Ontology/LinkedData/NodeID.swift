/// What a node is called: `urn:uuid:…`, written `kb:…` in a file.
///
/// A UUID as URN (RFC 9562, section 4) needs no domain and no registration, and case_validate asks
/// for names that end in a UUID.
struct NodeID: Hashable, Sendable {
  /// What `kb:` stands for.
  static let prefix = "urn:uuid:"

  /// The UUID.
  let uuid: NameUUID

  /// As a file has it.
  var compact: String { "kb:\(uuid)" }

  /// In full.
  var iri: String { "\(Self.prefix)\(uuid)" }
}

/// Names the things of one case.
struct NodeNames: Sendable {
  private let namespace: NameUUID

  /// The names of the case with this identifier.
  init(caseIdentifier: String) {
    namespace = NameUUID(namespace: .kit, parts: ["case", caseIdentifier])
  }

  /// The name of a thing: what it is, and what tells it from others of its kind.
  func callAsFunction(_ what: String, _ parts: String...) -> NodeID {
    NodeID(uuid: NameUUID(namespace: namespace, parts: [what] + parts))
  }

  /// The name of something that belongs to a node and to no other.
  func callAsFunction(_ what: String, of owner: NodeID, _ parts: String...) -> NodeID {
    NodeID(uuid: NameUUID(namespace: owner.uuid, parts: [what] + parts))
  }
}
