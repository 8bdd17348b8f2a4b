extension PageScan {
  /// What the nearest words say about a run: on its line, else in the column left, else above.
  func context(run: Int, of index: Int, box: TextBox, reach: Reach) -> Context? {
    if let hit = reach.hit, !reach.isBlocked {
      return context(line: index, hit: hit, place: .sameLine)
    }
    if reach.hit == nil, !reach.passedNumber, reach.words <= 3,
      let context = leftContext(of: index, box: box)
    {
      return context
    }
    return contextAbove(of: index, box: box)
  }

  private func context(line: Int, hit: Int, place: Caption.Place) -> Context {
    let owner = lines[line]
    let caption = owner.captions[hit]
    var words = String(owner.atoms.characters(caption.glyphs.prefix(IMEIWord.maximumLength)))
    while let last = words.last, last.isWhitespace { words.removeLast() }
    return Context(
      other: caption.other, slot: caption.slot, saysSoftwareVersion: caption.saysSoftwareVersion,
      place: place, words: words, box: owner.captionBoxes[hit], line: line, hit: hit)
  }

  /// A caption in a line of its own on the same row, left of the number.
  private func leftContext(of index: Int, box: TextBox) -> Context? {
    for neighbour in layout.leftNeighbours(of: box, line: index).prefix(3) {
      let line = lines[neighbour]
      if let last = line.captions.indices.last {
        return line.hasValue[last] ? nil : context(line: neighbour, hit: last, place: .leftColumn)
      }
      if !line.runs.isEmpty { return nil }
    }
    return nil
  }

  /// How far above a number its caption may stand, in heights of the number.
  private static let captionReach = 2.5
  /// The same for a caption alone on its line with nothing between but perhaps a bar code: the
  /// `*#06#` sheets of phones print caption, bars and digits below each other.
  private static let captionReachOverBars = 10.0

  /// A caption above the number, or what was said of the block of numbers that it ends.
  private func contextAbove(of index: Int, box: TextBox) -> Context? {
    let above = layout.linesAbove(box, line: index, heights: Self.captionReachOverBars)
    for neighbour in above.prefix(4) {
      let line = lines[neighbour]
      if line.isNoise { continue }
      if box.y - line.box.maxY >= Self.captionReach * box.height, !line.isCaptionAlone {
        return nil
      }
      if let block = line.blockContext { return block }
      // A row of column heads has few; a line of hundreds is no layout, and each number below would
      // look at all of them.
      guard line.captions.count <= 64 else { return nil }
      let near = line.captions.indices
        .filter { !line.hasValue[$0] && line.captionBoxes[$0].sharedColumn(with: box) > 0 }
        .max {
          line.captionBoxes[$0].sharedColumn(with: box)
            < line.captionBoxes[$1].sharedColumn(with: box)
        }
      return near.map { context(line: neighbour, hit: $0, place: .above) }
    }
    return nil
  }
}
