/// The status that photos of a list have, as the interface names it.
enum PhotoStatusFilter: String, Sendable, CaseIterable {
  case accepted, review, unreadable, none, refused
}
