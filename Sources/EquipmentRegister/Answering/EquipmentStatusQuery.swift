/// The query of a question, taken apart and judged.
struct EquipmentStatusQuery {
  /// What is wrong with a query.
  struct Refusal: Error, Hashable {
    var cause: ProblemCause
    /// The parameter at fault; one of the standard's names, never text of the request.
    var parameter: String?
    var reason: String
  }

  /// The equipment asked for.
  let equipment: EquipmentIdentifier

  private static let known = [
    EquipmentStatusAPI.peiParameter, EquipmentStatusAPI.supiParameter,
    EquipmentStatusAPI.gpsiParameter, EquipmentStatusAPI.featuresParameter,
  ]
  private static let maximumParameters = 32
  /// A name access identifier may have 253 bytes and a little in front (RFC 7542).
  private static let maximumValueLength = 512

  /// Reads the query behind the `?`. Parameters that the standard does not know are passed over, as TS
  /// 29.500 asks for optional elements.
  init(_ query: Substring) throws(Refusal) {
    var values: [String: String] = [:]
    let parts = query.utf8.split(separator: UInt8(ascii: "&"))
    guard parts.count <= Self.maximumParameters else {
      throw Refusal(
        cause: .invalidFormat, reason: "there are more than \(Self.maximumParameters) parameters")
    }
    for part in parts {
      let halves = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentCoding.decode(halves[0]) else {
        throw Refusal(cause: .invalidFormat, reason: "a parameter's name cannot be decoded")
      }
      guard Self.known.contains(name) else { continue }
      guard halves.count == 2, let value = PercentCoding.decode(halves[1]) else {
        throw Self.incorrect(name, "it has no value that can be decoded")
      }
      guard value.utf8.count <= Self.maximumValueLength else {
        throw Self.incorrect(name, "it is longer than \(Self.maximumValueLength) bytes")
      }
      guard values.updateValue(value, forKey: name) == nil else {
        throw Self.incorrect(name, "it is there more than once")
      }
    }
    equipment = try Self.equipment(values[EquipmentStatusAPI.peiParameter])
    for name in [EquipmentStatusAPI.supiParameter, EquipmentStatusAPI.gpsiParameter] {
      if values[name]?.isEmpty == true { throw Self.incorrect(name, "it is empty") }
    }
    let features = values[EquipmentStatusAPI.featuresParameter] ?? ""
    guard features.utf8.allSatisfy(PercentCoding.isHexadecimal) else {
      throw Self.incorrect(
        EquipmentStatusAPI.featuresParameter, "it has something other than hexadecimal digits")
    }
  }

  private static func equipment(_ text: String?) throws(Refusal) -> EquipmentIdentifier {
    guard let text else {
      throw Refusal(
        cause: .mandatoryParameterMissing, parameter: EquipmentStatusAPI.peiParameter,
        reason: "it is not there")
    }
    guard let equipment = EquipmentIdentifier(text) else {
      throw incorrect(
        EquipmentStatusAPI.peiParameter,
        "it is not imei- or imeisv- with 14, 15 or 16 digits, nor a hardware address")
    }
    return equipment
  }

  private static func incorrect(_ name: String, _ reason: String) -> Refusal {
    Refusal(
      cause: name == EquipmentStatusAPI.peiParameter
        ? .mandatoryParameterIncorrect : .optionalParameterIncorrect,
      parameter: name, reason: reason)
  }
}
