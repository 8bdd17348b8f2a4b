/// How a store is opened.
public enum StoreMode: Sendable {
  /// For imports and look-ups; the store and its folder are created when missing.
  case readWrite
  /// For look-ups; nothing is written, not even where the folder could be written.
  case readOnly
}
