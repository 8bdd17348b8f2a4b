public import IMEI

/// Looks codes up one after another and keeps the answers: a haul has few codes and many numbers.
///
/// Memory: at most ``capacity`` answers. Answers stay as they were first given.
public struct TACLookUp {
  /// How many answers are kept; then it begins anew.
  public static let capacity = 16_384

  private let directory: TACDirectory
  private var known: [TAC: TACAnswer] = [:]

  /// A look-up in `directory`.
  public init(_ directory: TACDirectory) {
    self.directory = directory
  }

  /// A look-up in `directory`; `nil` when no TAC list is loaded.
  ///
  /// - Throws: ``BlockListError``.
  public static func ifAnyList(in directory: TACDirectory) throws -> TACLookUp? {
    try directory.lists().isEmpty ? nil : TACLookUp(directory)
  }

  /// What the lists say of `tac`.
  ///
  /// - Throws: ``BlockListError``.
  public mutating func answer(to tac: TAC) throws -> TACAnswer {
    if let answer = known[tac] { return answer }
    let answer = try directory.lookUp(tac)
    if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
    known[tac] = answer
    return answer
  }
}
