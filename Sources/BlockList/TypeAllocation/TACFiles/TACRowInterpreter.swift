internal import IMEI

/// Columns → allocations: what one row of a TAC list says.
struct TACRowInterpreter {
  let shape: TACFileShape

  /// What a row gave.
  enum Outcome {
    case allocation(TACAllocation)
    case refused(RefusedRow)
    /// No row: blank, a comment, the header or what stands above it.
    case ignored
    /// Its first line is refused, its later lines are rows of their own.
    case unclosedQuote(RefusedRow)
  }

  /// Interprets `row`, whose ranges are indices of `bytes`.
  func interpret(_ row: ListRow, _ bytes: Span<UInt8>) -> Outcome {
    if row.line <= shape.headerLine { return .ignored }
    switch row.kind {
    case .blank, .comment: return .ignored
    case .damaged(let damage):
      return .refused(
        refusal(row, bytes, code: damage.rawValue, message: damage.message, cure: damage.cure))
    case .fields: break
    }
    if row.lineCount > 1, swallowsRows(row, bytes) {
      let damage = RowDamage.quoteNotClosed
      return .unclosedQuote(
        refusal(row, bytes, code: damage.rawValue, message: damage.message, cure: damage.cure))
    }
    if let refusal = widthRefusal(row, bytes) { return .refused(refusal) }
    guard let column = shape.column(.tac) else { return .ignored }
    let text = column < row.fields.count ? row.text(of: column, in: bytes) : ""
    switch TACField(text) {
    case .refused(let code, let message, let cure):
      let shown = VisibleText.escaping(text, limit: RefusedRow.textLimit)
      return .refused(
        RefusedRow(
          line: row.line, column: text.isEmpty ? nil : column + 1, code: code, message: message,
          cure: cure, text: text.isEmpty ? row.excerpt(bytes) : shown))
    case .tac(let tac):
      let allocation = allocation(of: tac, row, bytes)
      guard allocation.make != nil || allocation.model != nil else {
        return .refused(
          refusal(
            row, bytes, code: "noNames", message: "The row names neither make nor model.",
            cure: "Complete the row or take it out."))
      }
      return .allocation(allocation)
    }
  }

  /// Whether a quoted field that spans lines holds a later line that begins with a TAC: what a quote
  /// mark that is missing its partner swallows.
  private func swallowsRows(_ row: ListRow, _ bytes: Span<UInt8>) -> Bool {
    var digits = 0
    var isLineStart = false
    for position in row.range {
      let byte = bytes[position]
      if byte == 0x0A || byte == 0x0D {
        isLineStart = true
        digits = 0
      } else if isLineStart, (0x30...0x39).contains(byte) {
        digits += 1
      } else if isLineStart, byte == shape.delimiter, digits == 8 {
        return true
      } else if byte != 0x22, byte != 0x20 {
        isLineStart = false
      }
    }
    return false
  }

  /// Why a row of another width than the header's cannot be trusted: its fields may have moved.
  ///
  /// A spreadsheet leaves out empty fields at the end, so that too few are bad only where quote marks
  /// cannot hold a delimiter.
  private func widthRefusal(_ row: ListRow, _ bytes: Span<UInt8>) -> RefusedRow? {
    let expected = shape.columns.count
    let extra = row.fields.indices.dropFirst(expected)
    let isTooWide = extra.contains { !row.text(of: $0, in: bytes).isEmpty }
    guard isTooWide || (shape.isUnquoted && row.fields.count < expected) else { return nil }
    return refusal(
      row, bytes, code: "columnCount",
      message: "The row has \(row.fields.count) fields and the header \(expected).",
      cure: shape.isUnquoted
        ? "Complete the row, or take the delimiter out of its text."
        : "Put text that holds the delimiter between quote marks.")
  }

  private func allocation(
    of tac: TAC, _ row: ListRow, _ bytes: Span<UInt8>
  ) -> TACAllocation {
    func text(_ meaning: TACFileShape.Meaning, limit: Int) -> String? {
      guard let column = shape.column(meaning), column < row.fields.count else { return nil }
      let text = row.text(of: column, in: bytes)
      return MakeName.isName(text) ? VisibleText.escaping(text, limit: limit) : nil
    }
    let brand = text(.make, limit: TACAllocation.nameLimit)
    let manufacturer = text(.manufacturer, limit: TACAllocation.nameLimit)
    let marketing = text(.marketingName, limit: TACAllocation.nameLimit)
    let model = text(.modelName, limit: TACAllocation.nameLimit)
    var allocation = TACAllocation(
      tac: tac, make: brand ?? manufacturer, model: marketing ?? model, line: row.line)
    if manufacturer != allocation.make { allocation.manufacturer = manufacturer }
    allocation.deviceType = text(.deviceType, limit: TACAllocation.wordLimit)
    allocation.allocated = text(.allocationDate, limit: TACAllocation.wordLimit)
    if let model { add(model, to: &allocation) }
    for column in shape.columns.indices
    where shape.columns[column] == .otherNames && column < row.fields.count {
      for name in row.text(of: column, in: bytes).split(separator: ",") {
        add(
          VisibleText.escaping(Self.trimmed(name), limit: TACAllocation.nameLimit), to: &allocation)
      }
    }
    return allocation
  }

  private func add(_ name: String, to allocation: inout TACAllocation) {
    guard MakeName.isName(name), name != allocation.model,
      !allocation.otherNames.contains(name),
      allocation.otherNames.count < TACAllocation.mostOtherNames
    else { return }
    allocation.otherNames.append(name)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }

  private func refusal(
    _ row: ListRow, _ bytes: Span<UInt8>, code: String, message: String, cure: String
  ) -> RefusedRow {
    RefusedRow(
      line: row.line, column: nil, code: code, message: message, cure: cure,
      text: row.excerpt(bytes))
  }
}
