/// Sets pictures beside one another, their captions below.
///
/// A crop is a line of digits: at 84 mm for 15 digits and their gaps a digit is some 5 mm wide and 7 mm tall, so it
/// stays above 4 mm where the line holds a caption too.
struct PictureSetter {
  private static let gap = 10.0
  private static let cropsAcross = 2
  private static let cropHeight = Paper.millimetres(13)
  private static let loneCropWidth = Paper.millimetres(100)
  private static let thumbnailsAcross = 4
  private static let thumbnailHeight = Paper.millimetres(46)

  let measure: any TextMeasure
  /// The width that there is.
  let textWidth: Double
  let shelf: PictureShelf

  /// - Throws: what the pictures' source throws.
  func strips(_ pictures: [ReportPicture]) throws -> [Strip] {
    var strips: [Strip] = []
    var rest = try pictures.filter { picture in
      // A photo that was not to be shown leaves no gap; a crop that is missing is said to be.
      if case .thumbnail = picture.source { return try shelf.holds(picture.source) }
      return true
    }[...]
    while let first = rest.first {
      let isCrop = Self.isCrop(first)
      let row = rest.prefix(isCrop ? Self.cropsAcross : Self.thumbnailsAcross)
        .prefix { Self.isCrop($0) == isCrop }
      strips.append(try self.row(row, isCrop: isCrop))
      rest = rest.dropFirst(row.count)
    }
    return strips
  }

  private static func isCrop(_ picture: ReportPicture) -> Bool {
    if case .crop = picture.source { true } else { false }
  }

  private func row(_ pictures: ArraySlice<ReportPicture>, isCrop: Bool) throws -> Strip {
    let across = Double(isCrop ? Self.cropsAcross : Self.thumbnailsAcross)
    let cell = (textWidth - (across - 1) * Self.gap) / across
    let width = isCrop && pictures.count == 1 ? Self.loneCropWidth : cell
    let room = isCrop ? Self.cropHeight : Self.thumbnailHeight
    let sizes = try pictures.map { try size(of: $0.source, width: width, height: room) }
    let pictureHeight = sizes.map(\.height).max() ?? 0
    let style = isCrop ? PageText.Style.body.code().bold() : .tiny
    let captions = pictures.map { PageText($0.caption, style, width: width) }
    let heights = captions.map(measure.height)
    var marks: [PageMark] = []
    for (index, picture) in pictures.enumerated() {
      let x = Double(index) * (cell + Self.gap)
      let size = sizes[index]
      marks.append(
        PageMark(
          kind: .picture(picture.source),
          box: PageBox(x: x, y: 0, width: size.width, height: size.height)))
      marks.append(
        .text(captions[index], .text, x: x, y: pictureHeight + 2, height: heights[index]))
    }
    return Strip(
      role: .figure, height: pictureHeight + 2 + (heights.max() ?? 0), before: 6,
      keepsWithNext: isCrop, marks: marks)
  }

  /// The size at which a picture fits its room; a picture that cannot be shown gets a frame of a third.
  private func size(
    of source: ReportPicture.Source, width: Double, height: Double
  ) throws -> (width: Double, height: Double) {
    guard let pixels = try shelf.pixels(of: source) else { return (width, height / 3) }
    let scale = min(width / Double(pixels.width), height / Double(pixels.height))
    return (Double(pixels.width) * scale, Double(pixels.height) * scale)
  }
}
