public import IMEI

/// One question to a register.
public struct RegisterQuestion: Sendable, Hashable {
  /// The equipment as it is sent: `imei-` with 15 digits or `imeisv-` with 16.
  public let pei: String
  /// Whether the last digit of ``pei`` was computed, since 14 were there.
  public let hasDerivedCheckDigit: Bool
  /// The subscription, if it is to be disclosed too.
  public let supi: String?
  /// The subscription's public name, if it is to be disclosed too.
  public let gpsi: String?

  /// A question; `nil` when `outcome` is no IMEI.
  public init?(_ outcome: IdentifierInput.Outcome, supi: String? = nil, gpsi: String? = nil) {
    let equipment: EquipmentIdentifier
    switch outcome {
    case .imei(let imei): equipment = .imei(imei)
    case .imeisv(let imeisv): equipment = .imeisv(imeisv)
    case .refused: return nil
    }
    guard let pei = equipment.text else { return nil }
    self.pei = pei
    hasDerivedCheckDigit = equipment.hasDerivedCheckDigit
    self.supi = supi
    self.gpsi = gpsi
  }
}
