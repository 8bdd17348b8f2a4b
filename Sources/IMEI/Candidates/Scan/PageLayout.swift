/// The order of a page's lines and who stands beside and above whom.
struct PageLayout {
  /// Positions of the lines from top to bottom by their middles.
  private let byMiddle: [Int]
  /// For each line, its place in `byMiddle`.
  private let place: [Int]
  private let boxes: [TextBox]
  /// Positions of the lines in reading order: rows downwards, each left to right.
  let readingOrder: [Int]

  /// How many neighbours are looked at on each side; what is farther is on another part of the page.
  static let reach = 200

  init(_ boxes: [TextBox]) {
    self.boxes = boxes
    byMiddle = boxes.indices.sorted { left, right in
      let (a, b) = (boxes[left].midY, boxes[right].midY)
      return a == b ? left < right : a < b
    }
    var place = [Int](repeating: 0, count: boxes.count)
    for (rank, line) in byMiddle.enumerated() { place[line] = rank }
    self.place = place
    readingOrder = Self.rows(byMiddle, boxes)
  }

  private static func rows(_ lines: [Int], _ boxes: [TextBox]) -> [Int] {
    var order: [Int] = []
    var row: [Int] = []
    func finish() {
      order += row.sorted { boxes[$0].x == boxes[$1].x ? $0 < $1 : boxes[$0].x < boxes[$1].x }
      row = []
    }
    for line in lines {
      if let first = row.first, boxes[first].sharedRow(with: boxes[line]) < 0.5 { finish() }
      row.append(line)
    }
    finish()
    return order
  }

  /// Lines on the row of `box`, which is part of `line`, that end left of it; nearest first.
  func leftNeighbours(of box: TextBox, line: Int) -> [Int] {
    neighbours(of: line)
      .filter {
        boxes[$0].sharedRow(with: box) >= 0.5 && boxes[$0].maxX <= box.x + box.height
          && box.x - boxes[$0].maxX <= 30 * box.height
      }
      .sorted { boxes[$0].maxX == boxes[$1].maxX ? $0 < $1 : boxes[$0].maxX > boxes[$1].maxX }
  }

  /// Lines on the row of `line` that begin right of its end; nearest first.
  func rightNeighbours(of box: TextBox, line: Int) -> [Int] {
    neighbours(of: line)
      .filter {
        boxes[$0].sharedRow(with: box) >= 0.5 && boxes[$0].x >= box.maxX - box.height
          && boxes[$0].x - box.maxX <= 30 * box.height
      }
      .sorted { boxes[$0].x == boxes[$1].x ? $0 < $1 : boxes[$0].x < boxes[$1].x }
  }

  /// Lines above `box` that share columns with it, nearest first, up to `heights` of its height away.
  func linesAbove(_ box: TextBox, line: Int, heights: Double) -> [Int] {
    guard box.height > 0 else { return [] }
    return neighbours(of: line)
      .filter { other in
        let gap = box.y - boxes[other].maxY
        return boxes[other].midY < box.midY && gap > -0.5 * box.height && gap < heights * box.height
          && boxes[other].sharedRow(with: box) < 0.5 && boxes[other].sharedColumn(with: box) > 0
      }
      .sorted { boxes[$0].maxY == boxes[$1].maxY ? $0 < $1 : boxes[$0].maxY > boxes[$1].maxY }
  }

  /// Lines below `box` that share columns with it, nearest first.
  func linesBelow(_ box: TextBox, line: Int, heights: Double) -> [Int] {
    guard box.height > 0 else { return [] }
    return neighbours(of: line)
      .filter { other in
        let gap = boxes[other].y - box.maxY
        return boxes[other].midY > box.midY && gap > -0.5 * box.height && gap < heights * box.height
          && boxes[other].sharedRow(with: box) < 0.5 && boxes[other].sharedColumn(with: box) > 0
      }
      .sorted { boxes[$0].y == boxes[$1].y ? $0 < $1 : boxes[$0].y < boxes[$1].y }
  }

  private func neighbours(of line: Int) -> some Sequence<Int> {
    let rank = place[line]
    let window = max(0, rank - Self.reach)..<min(byMiddle.count, rank + Self.reach + 1)
    return byMiddle[window].lazy.filter { $0 != line }
  }
}
