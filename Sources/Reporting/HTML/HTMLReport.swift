/// The report as one page that needs nothing but itself: no script, no network, no other file.
public enum HTMLReport {
  /// Writes the page. Pictures are fetched one after another and never held together.
  ///
  /// - Parameter path: in the folder, such as `report.html`.
  /// - Throws: ``ReportingError`` `unwritable`, `badName`, `badValue`; what `images` throws.
  public static func write(
    _ document: ReportDocument, images: ReportImages, to folder: StagedFolder,
    as path: String = "report.html"
  ) throws {
    let file = try folder.create(path)
    try file.append(HTMLFrame(document).head)
    try file.append(HTMLContents(document.sections).navigation)
    try file.append("<main id=\"report\" tabindex=\"-1\">\n")
    for section in document.sections { try write(section, images: images, to: file) }
    try file.append("</main>\n")
    try file.append(HTMLFrame(document).foot)
    try file.finish()
  }

  private static func write(
    _ section: ReportSection, images: ReportImages, to file: StagedFile
  ) throws {
    let anchor = HTMLText.identifier(section.anchor)
    var names = ["level-\(section.level)"]
    if section.startsPage { names.append("page") }
    if section.staysTogether { names.append("together") }
    let heading = "h\(min(max(section.level, 1), 5) + 1)"
    try file.append(
      "<section id=\"\(anchor)\" class=\"\(names.joined(separator: " "))\" "
        + "aria-labelledby=\"\(anchor)-title\">\n<\(heading) id=\"\(anchor)-title\">"
        + "\(HTMLText.content(section.title))</\(heading)>\n")
    for block in section.blocks { try write(block, images: images, to: file) }
    try file.append("</section>\n")
  }

  private static func write(
    _ block: ReportBlock, images: ReportImages, to file: StagedFile
  ) throws {
    switch block {
    case .paragraph(let text): try file.append(HTMLBlocks.paragraph(text))
    case .notice(let text, let tone): try file.append(HTMLBlocks.notice(text, tone))
    case .figures(let figures): try file.append(HTMLBlocks.figures(figures))
    case .facts(let facts): try file.append(HTMLBlocks.facts(facts))
    case .table(let table): try file.append(HTMLBlocks.table(table))
    case .bars(let title, let bars): try file.append(HTMLBars.bars(title: title, bars))
    case .pictures(let pictures):
      try file.append("<div class=\"pictures\">\n")
      for picture in pictures { try write(picture, images: images, to: file) }
      try file.append("</div>\n")
    case .code(let text, let caption):
      try file.append(try HTMLCode.code(text: text, caption: caption))
    case .signature(let text): try file.append(HTMLBlocks.signature(text))
    }
  }

  private static func write(
    _ picture: ReportPicture, images: ReportImages, to file: StagedFile
  ) throws {
    let bytes: [UInt8]?
    let name: String
    switch picture.source {
    case .crop(let photo, let position):
      bytes = try images.crop(photo, position)
      name = "crop"
    case .thumbnail(let photo):
      bytes = try images.thumbnail(photo)
      name = "thumbnail"
    }
    try file.append("<figure class=\"\(name)\">")
    if let shown = bytes.flatMap(HTMLPicture.init) {
      try file.append(
        "<img width=\"\(shown.width)\" height=\"\(shown.height)\" decoding=\"async\" "
          + "alt=\"Picture: \(HTMLText.attribute(picture.caption))\" src=\"")
      try file.append(shown.address)
      try file.append("\"/>")
    } else {
      try file.append("<p class=\"missing\">No picture is kept.</p>")
    }
    try file.append("<figcaption>\(HTMLText.content(picture.caption))</figcaption></figure>\n")
  }
}
