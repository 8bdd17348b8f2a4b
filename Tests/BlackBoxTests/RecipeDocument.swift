import Foundation

/// The shell blocks of the document that tells other programs how to hand photos over.
struct RecipeDocument {
  static let place = "Sources/Station/Documentation.docc/IntakePipelines.md"

  /// The blocks under each heading, as they are written; a heading without blocks has none.
  let blocks: [String: [String]]

  /// Reads the document of this checkout.
  init() throws {
    let file = Checkout.root.appending(path: Self.place)
    self.init(text: try String(contentsOf: file, encoding: .utf8))
  }

  init(text: String) {
    var blocks: [String: [String]] = [:]
    var heading = ""
    var block: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let lines = block {
          blocks[heading, default: []].append(lines.joined(separator: "\n"))
        }
        block = block == nil ? [] : nil
      } else if block != nil {
        block?.append(line)
      } else if line.hasPrefix("## ") {
        heading = String(line.dropFirst(3))
        blocks[heading, default: []] += []
      }
    }
    self.blocks = blocks
  }
}
