import IMEI

extension Glyph {
  /// The blank between two words of a line.
  static func space(between left: TextBox, and right: TextBox) -> Glyph {
    let top = min(left.y, right.y)
    let bottom = max(left.maxY, right.maxY)
    return Glyph(
      character: " ", confidence: 1,
      box: TextBox(
        x: left.maxX, y: top, width: max(0, right.x - left.maxX), height: bottom - top))
  }
}

extension TextLine {
  /// The widest gap, in line heights, across which pieces of one row are one line.
  ///
  /// Layout analysis may cut a grouped number at its wider gaps; columns of a form lie further
  /// apart than this.
  static let widestJoinedGap = 1.2

  /// Puts pieces of one row together, so that a number cut at its gaps is one line again.
  ///
  /// Pieces join when they overlap in height by more than half, are of similar height and lie
  /// nearer than `widestJoinedGap`. Returned in reading order: top to bottom, then left to right.
  static func joiningRows(_ pieces: [TextLine]) -> [TextLine] {
    var lines: [TextLine] = []
    for piece in pieces.sorted(by: { ($0.box.x, $0.box.y) < ($1.box.x, $1.box.y) }) {
      if let index = lines.firstIndex(where: { $0.continues(into: piece) }) {
        lines[index] = lines[index].joined(with: piece)
      } else {
        lines.append(piece)
      }
    }
    return lines.sorted { ($0.box.midY, $0.box.x) < ($1.box.midY, $1.box.x) }
  }

  private func continues(into piece: TextLine) -> Bool {
    let lower = min(box.height, piece.box.height)
    let higher = max(box.height, piece.box.height)
    let overlap = min(box.maxY, piece.box.maxY) - max(box.y, piece.box.y)
    let gap = piece.box.x - box.maxX
    return overlap > lower / 2 && higher < lower * 2 && gap > -lower / 2
      && gap < higher * Self.widestJoinedGap
  }

  private func joined(with piece: TextLine) -> TextLine {
    let all = glyphs + [.space(between: box, and: piece.box)] + piece.glyphs
    return TextLine(glyphs: all, box: .union(all.map(\.box)))
  }
}
