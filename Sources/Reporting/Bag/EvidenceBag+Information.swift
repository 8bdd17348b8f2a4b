internal import BlockList
internal import CaseFile

extension EvidenceBag {
  /// `bagit.txt`.
  static let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

  /// `bag-info.txt`: one line a label, whatever people typed.
  func information(_ summary: BagSummary) -> String {
    var lines: [(label: String, value: String?)] = [
      ("Source-Organization", sourceOrganization),
      ("External-Description", summary.originals.words),
      ("Bagging-Date", String(record.head.time.prefix(10))),
      ("External-Identifier", record.heading.reference),
      ("Internal-Sender-Identifier", record.head.caseIdentifier),
    ]
    lines.append(("Payload-Oxum", "\(summary.bytes).\(summary.files)"))
    return lines.map { line in
      let value = VisibleText.escaping(line.value ?? "", limit: 400).trimmed
      return value.isEmpty ? "" : "\(line.label): \(value)\n"
    }.joined()
  }
}

extension String {
  /// Without blanks at its ends, which readers of the file may take off.
  fileprivate var trimmed: Substring {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
