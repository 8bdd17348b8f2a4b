extension PageScan {
  /// Counts captions that say IMEI and have no whole number: masked, cut off, glared over.
  ///
  /// Headings (`IMEI information`, a bare `IMEI` above captioned lines) and prose are not counted.
  func unreadableCaptions() -> Int {
    var count = 0
    let anyUsed = used.contains { lines[$0.line].captions[$0.hit].isIMEI }
    for line in lines {
      for (place, hit) in line.captions.enumerated()
      where hit.isIMEI && !used.contains(CaptionPlace(line: line.index, hit: place)) {
        if promisesValue(place, of: line, anyUsed: anyUsed) { count += 1 }
      }
    }
    return count
  }

  private func promisesValue(_ place: Int, of line: ScannedLine, anyUsed: Bool) -> Bool {
    let hit = line.captions[place]
    let first = hit.atoms.lowerBound
    // `</imei>` closes what came before it.
    if first >= 2, line.atoms.atoms[first - 1].kind == .slash,
      line.atoms.glyphs[line.atoms.atoms[first - 2].range.lowerBound].character == "<"
    {
      return false
    }
    if line.hasValue[place] { return true }
    let end =
      place + 1 < line.captions.count
      ? line.captions[place + 1].atoms.lowerBound : line.atoms.atoms.count
    let behind = line.atoms.atoms[hit.atoms.upperBound..<end]
    if behind.contains(where: \.isNumeric) { return true }
    if behind.contains(where: { $0.kind == .word }) { return hit.hasColon }
    // `IMEI/Order:`: one caption with the next.
    if place + 1 < line.captions.count, behind.isEmpty, !hit.hasColon { return false }
    let box = line.captionBoxes[place]
    for below in layout.linesBelow(box, line: line.index, heights: 2.5).prefix(2) {
      if lines[below].captions.contains(where: \.isIMEI) { return false }
      if !lines[below].isNoise { break }
    }
    if hit.hasColon || hit.slot != nil { return true }
    let start = place > 0 ? line.captions[place - 1].atoms.upperBound : 0
    let wordsBefore = line.atoms.atoms[start..<hit.atoms.lowerBound].count { $0.kind == .word }
    return wordsBefore < 2 && !anyUsed
  }
}
