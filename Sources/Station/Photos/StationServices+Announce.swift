extension StationServices {
  /// Tells open pages that something about a photo changed.
  ///
  /// - Throws: `EncodingError`.
  func announce(photo sha256: String) throws {
    events.publish(try PhotoEvent(sha256: sha256).event())
  }
}
