/// The actions of a Device Check answer (`imeihistory`), oldest first.
enum EntryHistory {
  /// The actions in `objects`, whose keys are normalised.
  ///
  /// Sorted by day when every action has one that begins with year, month and day; else in the order
  /// of the list.
  static func actions(_ objects: [[String: String]]) throws(FieldRefusal) -> [EntryAction] {
    var actions: [EntryAction] = []
    for object in objects { actions.append(try action(object)) }
    let days = actions.map { $0.date.flatMap(sortableDate) }
    guard !days.contains(nil) else { return actions }
    let order = actions.indices.sorted { left, right in
      let (one, other) = (days[left] ?? "", days[right] ?? "")
      return one == other ? left < right : one < other
    }
    return order.map { actions[$0] }
  }

  private static func action(_ object: [String: String]) throws(FieldRefusal) -> EntryAction {
    let reason = joined([object["reasoncode"], object["reasoncodedesc"] ?? object["reason"]], " ")
    let by = joined([object["by"], object["country"]], ", ")
    return EntryAction(
      kind: try kind(object["action"] ?? ""),
      date: object["date"].flatMap { $0.isEmpty ? nil : shown($0, ListEntry.dateLimit) },
      reason: reason.map { shown($0, ListEntry.reasonLimit) },
      by: by.map { shown($0, ListEntry.reasonLimit) })
  }

  /// `Block Insert` and `Block Remove`, and words like them.
  private static func kind(_ text: String) throws(FieldRefusal) -> EntryAction.Kind {
    let word = text.lowercased()
    if ["remov", "unblock", "delet", "clear"].contains(where: word.contains) { return .removed }
    if ["insert", "block", "add"].contains(where: word.contains) { return .inserted }
    throw FieldRefusal(
      "unknownAction",
      "The history holds the action “\(shown(text, 60))”, which is neither an insertion nor a removal.",
      cure: "Compare with the source; the last action decides whether the entry stands.")
  }

  /// Year, month, day and what follows, digits alone.
  private static func sortableDate(_ text: String) -> String? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    let head = text.prefix(10)
    let isYearFirst = head.prefix(4).allSatisfy { $0.isASCII && $0.isNumber }
    return isYearFirst && digits.count >= 8 ? digits : nil
  }

  private static func joined(_ parts: [String?], _ separator: String) -> String? {
    let parts = parts.compactMap(\.self).filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: separator)
  }

  private static func shown(_ text: String, _ limit: Int) -> String {
    VisibleText.escaping(text, limit: limit)
  }
}
