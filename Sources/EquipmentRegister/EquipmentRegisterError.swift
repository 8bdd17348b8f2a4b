/// Why a register could not be asked or served.
public struct EquipmentRegisterError: Error, Sendable, Hashable {
  /// The kind of failure, stable across releases.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The register's address is no http or https URL that can be asked.
    case badAddress
    /// The purpose is empty or too long.
    case badPurpose
    /// The disclosure log could not be written, so nothing was asked.
    case logUnwritable
    /// The register did not answer several questions in a row, so the rest was not asked.
    case noAnswers
    /// The server could not listen at the address.
    case cannotListen
  }

  /// The kind of failure.
  public let code: Code
  /// What went wrong.
  public let message: String
  /// What the person should do.
  public let cure: String
  /// The words of the system, if any.
  public let detail: String?

  /// An error with its cure.
  public init(_ code: Code, _ message: String, cure: String, detail: String? = nil) {
    self.code = code
    self.message = message
    self.cure = cure
    self.detail = detail
  }
}

extension EquipmentRegisterError: CustomStringConvertible {
  /// Message, the system's words and cure in one line, for a log.
  public var description: String {
    detail.map { "\(message) (\($0)). \(cure)" } ?? "\(message). \(cure)"
  }
}
