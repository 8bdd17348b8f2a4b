/// What an erasure took away, in counts.
public struct PurgeReport: Sendable, Hashable {
  /// Photos whose results and names were erased.
  public var photos = 0
  /// Results erased.
  public var results = 0
  /// Numbers erased from readings and decisions.
  public var numbers = 0
  /// Pictures of digits erased.
  public var crops = 0
  /// Files beside the case file that were erased.
  public var files = 0
}
