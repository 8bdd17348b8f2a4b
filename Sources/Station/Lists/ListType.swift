/// The content types under which a list file may be sent; what it is is told by its bytes all the same.
enum ListType: String, Sendable, CaseIterable {
  case csv = "text/csv"
  case plain = "text/plain"
  case json = "application/json"
  case jsonLines = "application/x-ndjson"
  case zip = "application/zip"
  case gzip = "application/gzip"
  case bytes = "application/octet-stream"

  /// The type of a header field; parameters and case do not count.
  init?(header: String?) {
    guard let essence = header?.split(separator: ";").first else { return nil }
    self.init(rawValue: essence.lowercased().filter { $0 != " " })
  }
}
