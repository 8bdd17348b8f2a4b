/// The heads of a case that were signed outside its database, as found; the verifier judges them.
public struct OutsideHeads: Sendable, Hashable {
  /// Heads that name the case, oldest first.
  public internal(set) var heads: [SignedHead] = []
  /// Heads of other cases whose case file had the same path.
  var displaced: [SignedHead] = []
  /// What is wrong with the files themselves.
  var faults: [AuditFault] = []
  /// What is worth knowing of the files.
  var notes: [AuditNote] = []

  /// No heads: nothing outside to compare with.
  public init() {}

  /// One head, such as an export holds.
  public init(_ head: SignedHead) { heads = [head] }

  /// The head that goes furthest.
  public var latest: SignedHead? { heads.max { $0.head.sequence < $1.head.sequence } }
}
