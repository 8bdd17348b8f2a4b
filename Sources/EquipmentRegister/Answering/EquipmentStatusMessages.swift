/// A request to the register, as far as its answer depends on it.
public struct EquipmentStatusRequest: Sendable, Hashable {
  /// The method, in the letters in which it came.
  public var method: String
  /// The request target: path and query, percent-encoded as they came.
  public var target: String
  /// The `Accept` header; `nil` when there is none.
  public var accept: String?

  /// A request.
  public init(method: String, target: String, accept: String? = nil) {
    self.method = method
    self.target = target
    self.accept = accept
  }
}

/// The register's answer, ready to be sent.
///
/// Nothing of the request stands in it.
public struct EquipmentStatusResponse: Sendable {
  /// The HTTP status.
  public var status: Int
  /// Header fields, in their order; the length of the body is the server's business.
  public var headers: [(name: String, value: String)]
  /// JSON; empty for none.
  public var body: [UInt8]

  /// The first header of that name, in whatever case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
