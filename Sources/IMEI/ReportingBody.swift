/// The organisation that allocated a type allocation code, known by its first two digits.
///
/// States follow GSMA TS.06, version 25 (2024). A historic body no longer allocates, yet about 15 % of
/// public type allocation codes carry one: such a number is flagged and never refused. An unassigned
/// code is a probable misread.
public struct ReportingBody: Hashable, Sendable, Codable {
  /// What the body's code says about a number that carries it.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// The body allocates today.
    case allocating
    /// The body allocated once; equipment with its codes is still about.
    case historic
    /// Codes for test equipment, never for sale.
    case test
    /// No body has this code.
    case unassigned
  }

  /// The first two digits.
  public let code: String

  /// The body's name; `unassigned` when there is none.
  public let name: String

  /// What the code says.
  public let state: State

  /// The body that `tac` belongs to. Code 98 counts as historic only within 98000100...98007800, the
  /// part that was given out before the rest was reserved.
  public static func of(tac: TAC) -> ReportingBody {
    let code = Int(tac.value / 1_000_000)
    if code == 98, !reservedButGivenOut.contains(tac.value) { return reserved }
    return table[code]
  }
}
