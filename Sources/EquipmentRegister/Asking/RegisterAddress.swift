internal import BlockList
internal import Foundation

/// Where a register is: the API root that its operator gives, such as `https://eir.example`.
///
/// Only ever named by the person who asks: there is no default, and no setting or variable stands in.
public struct RegisterAddress: Sendable, Hashable, CustomStringConvertible {
  /// The root as it is logged and shown, without a slash at its end.
  public let description: String

  private static let maximumLength = 2_048

  /// An address from what a person typed.
  ///
  /// - Throws: ``EquipmentRegisterError`` `badAddress` when it is no http or https URL with a host, or
  ///   has a user, password, query or fragment, which would end in the log.
  public init(_ text: String) throws(EquipmentRegisterError) {
    func refusal(_ why: String) -> EquipmentRegisterError {
      EquipmentRegisterError(
        .badAddress, "\(VisibleText.escaping(text, limit: 120)) \(why)",
        cure: "Give the register's API root, such as https://eir.example")
    }
    guard text.utf8.count <= Self.maximumLength, text.utf8.allSatisfy({ (0x21...0x7E) ~= $0 })
    else { throw refusal("is no URL of visible ASCII characters") }
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      scheme == "http" || scheme == "https"
    else { throw refusal("is no http or https URL") }
    guard let host = parts.host, !host.isEmpty else { throw refusal("names no host") }
    guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil else {
      throw refusal("has a user, a query or a fragment")
    }
    var root = text
    while root.hasSuffix("/") { root.removeLast() }
    guard URL(string: root + EquipmentStatusAPI.path) != nil else { throw refusal("is no URL") }
    description = root
  }

  /// The URL of a question.
  func url(for question: RegisterQuestion) -> String {
    var query = "\(EquipmentStatusAPI.peiParameter)=\(PercentCoding.encode(question.pei))"
    for (name, value) in [
      (EquipmentStatusAPI.supiParameter, question.supi),
      (EquipmentStatusAPI.gpsiParameter, question.gpsi),
    ] {
      if let value { query += "&\(name)=\(PercentCoding.encode(value))" }
    }
    return "\(description)\(EquipmentStatusAPI.path)?\(query)"
  }
}
