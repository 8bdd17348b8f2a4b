/// Who did something, and what with.
struct Participants {
  let names: NodeNames

  /// A person of the case.
  func person(_ name: String) -> LinkedNode {
    var node = LinkedNode(names("person", name), "uco-identity:Person")
    node.set("uco-core:name", .text(name.literal))
    return node
  }

  /// A maker, as a TAC list calls it.
  func maker(_ name: String) -> LinkedNode {
    var node = LinkedNode(names("maker", name), "uco-identity:Organization")
    node.set("uco-core:name", .text(name.literal))
    return node
  }

  /// The program that read a photo, such as `imeikit 0.7.0`.
  func tool(_ program: String) -> LinkedNode {
    let words = program.split(separator: " ", maxSplits: 1).map(String.init)
    var node = LinkedNode(names("tool", program), "uco-tool:AnalyticTool")
    node.set("uco-core:name", .text((words.first ?? program).literal))
    node.set("uco-tool:version", words.count > 1 ? .text(words[1].literal) : nil)
    node.set("uco-tool:toolType", .text("IMEI reader (print and barcodes)"))
    return node
  }
}
