/// One page of a list.
struct Page<Item: Codable & Sendable>: Codable, Sendable {
  /// The items.
  var items: [Item]
  /// The cursor of the next page; null when this is the last.
  @Nullable var next: String?

  /// A page.
  init(_ items: [Item], next: PageCursor? = nil) {
    self.items = items
    self.next = next?.text
  }
}
