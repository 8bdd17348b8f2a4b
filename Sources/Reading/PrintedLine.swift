import IMEI

/// Where a candidate's digits stand in the photo, corners in the order in which they are read.
struct PrintedLine {
  /// All digits together.
  let place: Quad
  /// Each digit; empty when that is not known.
  let digitPlaces: [Quad]

  /// Brings a candidate's boxes to the photo.
  ///
  /// A line of digits is wider than high. Where Tesseract takes lines that run down or up a page for
  /// columns of upright letters, the box is higher than wide: its corners are then put in the order
  /// in which the digits follow each other, and digits that do not follow each other have no place.
  init(_ candidate: Candidate, toPhoto: PlaneTransform) {
    let (box, boxes) = (candidate.box, candidate.digitBoxes)
    var place = toPhoto.apply(box)
    var digitPlaces = boxes.map { toPhoto.apply($0) }
    if box.height > box.width, let first = boxes.first, let last = boxes.last {
      let way = last.midY - first.midY
      let turns = way < -box.height / 2 ? 3 : 1
      place.turn(by: turns)
      let steps = zip(boxes, boxes.dropFirst()).map { ($1.midY - $0.midY) * (turns == 1 ? 1 : -1) }
      if steps.allSatisfy({ $0 > box.width / 10 }) {
        for index in digitPlaces.indices { digitPlaces[index].turn(by: turns) }
      } else {
        digitPlaces = []
      }
    }
    self.place = place
    self.digitPlaces = digitPlaces
  }
}

extension Quad {
  /// Names the corners anew for content that is turned clockwise by so many quarters.
  fileprivate mutating func turn(by quarters: Int) {
    corners = Array(corners[quarters...] + corners[..<quarters])
  }
}
