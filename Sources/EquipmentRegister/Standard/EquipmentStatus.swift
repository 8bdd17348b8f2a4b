/// What an equipment identity register says of a piece of equipment (3GPP TS 29.511, `EquipmentStatus`).
///
/// The raw values are the standard's words and are shown as such, in quotation of the register; the
/// kit's own answer is ``RegisterAnswer/State``.
public enum EquipmentStatus: String, Sendable, Hashable, Codable, CaseIterable {
  /// Admitted to the network.
  case permitted = "WHITELISTED"
  /// Barred from the network.
  case prohibited = "BLACKLISTED"
  /// Admitted and followed.
  case tracked = "GREYLISTED"
}

/// The body of an answer (3GPP TS 29.511, `EirResponseData`).
struct EirResponseData: Codable {
  var status: EquipmentStatus
}
