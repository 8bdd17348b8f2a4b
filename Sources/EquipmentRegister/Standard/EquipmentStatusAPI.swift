/// Names of the service N5g-eir_EquipmentIdentityCheck (3GPP TS 29.511, release 18).
public enum EquipmentStatusAPI {
  /// The path of the resource below the API root.
  public static let path = "/n5g-eir-eic/v1/equipment-status"

  /// The query parameter that names the equipment; the only one that must be there.
  public static let peiParameter = "pei"
  /// The query parameter that names the subscription.
  public static let supiParameter = "supi"
  /// The query parameter that names the subscription publicly, as by its telephone number.
  public static let gpsiParameter = "gpsi"
  /// The query parameter with the optional features that the asker supports: hexadecimal digits.
  public static let featuresParameter = "supported-features"

  static let json = "application/json"
  static let problemJSON = "application/problem+json"
}

/// The `cause` of a problem, from TS 29.511 and the table of common ones in TS 29.500.
enum ProblemCause: String {
  case equipmentUnknown = "ERROR_EQUIPMENT_UNKNOWN"
  case mandatoryParameterMissing = "MANDATORY_QUERY_PARAM_MISSING"
  case mandatoryParameterIncorrect = "MANDATORY_QUERY_PARAM_INCORRECT"
  case optionalParameterIncorrect = "OPTIONAL_QUERY_PARAM_INCORRECT"
  case invalidFormat = "INVALID_MSG_FORMAT"
  case noSuchResource = "RESOURCE_URI_STRUCTURE_NOT_FOUND"
  case systemFailure = "SYSTEM_FAILURE"
}
