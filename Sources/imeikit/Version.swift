/// The kit's version.
enum Version {
  /// Major, minor, patch; results of different versions may differ.
  static let text = "0.1.0"
}
