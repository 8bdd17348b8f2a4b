internal import BlockList

/// Make and model by a TAC list, which may be wrong.
enum MakeWords {
  /// `Samsung Galaxy A5`, for a table.
  static func short(of number: NumberRecord) -> String {
    let words = [number.make, number.model].compactMap { $0?.visible(limit: 80) }
    return words.isEmpty ? "not in the list" : words.joined(separator: " ")
  }

  /// The same with TAC and list, whose SHA-256 stands among the lists.
  static func full(of number: NumberRecord) -> String {
    let code = "TAC \(number.typeAllocationCode.visible(limit: 16))"
    let list = number.typeAllocationList.map {
      "“\($0.name.visible(limit: 120))” of \($0.date)"
    }
    guard number.make != nil || number.model != nil else {
      return list.map { "\(code): not in the list \($0)" } ?? "\(code): no TAC list was asked"
    }
    return
      "\(short(of: number)) (\(code), by \(list.map { "list \($0)" } ?? "a TAC list"); may be wrong)"
  }
}
