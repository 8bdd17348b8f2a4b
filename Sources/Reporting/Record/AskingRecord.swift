/// Who asked the lists for a number, and with what.
public struct AskingRecord: Sendable, Hashable {
  /// What the lists were asked for.
  public enum Occasion: Sendable, Hashable {
    /// The photo was read, in the run with this identifier.
    case reading(run: String)
    /// A person gave the number, in this event of the log.
    case decision(event: Int64)
    /// All numbers of the case were asked for again, in this event of the log.
    case recheck(event: Int64)
  }

  /// What for.
  public var occasion: Occasion
  /// Who began the run, gave the number, or asked again.
  public var person: String
  /// The program, such as `imeikit 0.7.0`; nil when the case does not say.
  public var program: String?

  /// Who asked.
  public init(occasion: Occasion, person: String, program: String?) {
    self.occasion = occasion
    self.person = person
    self.program = program
  }
}
