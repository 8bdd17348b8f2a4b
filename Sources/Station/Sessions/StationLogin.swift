/// A session that was found by its cookie.
struct StationLogin: Sendable {
  /// The cookie's secret.
  let secret: String
  /// What is known of it.
  let entry: SessionStore.Entry
}
