/// The report as a PDF file: A4, text that can be selected and searched, embedded fonts, bookmarks, links.
///
/// Sections are set into pages first, which are values, and drawn when their number is known. What
/// has no room: running text goes on over pages up to ``PageText/longestText`` characters, a cell, a
/// caption or a figure's label up to ``PageText/longestCell``; the rest gives way to `…`.
///
/// The same document and pictures give the same bytes on one machine. On others, fonts installed
/// besides DejaVu are used for characters that DejaVu lacks.
public enum PDFReport {
  /// Sets a report and writes it.
  ///
  /// It takes seconds for a thousand exhibits, in Pango, Cairo and the file system: call it off the
  /// cooperative pool. Calls at the same time do not disturb each other.
  ///
  /// - Throws: ``ReportingError`` `unwritable`, `badName`, or `libraryFailed` when the fonts are missing or Cairo
  ///   gives up; what `images` throws.
  public static func write(
    _ document: ReportDocument, images: ReportImages, to folder: StagedFolder, as path: String
  ) throws {
    let file = try folder.create(path)
    let canvas = try PDFCanvas(writingTo: file)
    let shelf = PictureShelf(images)
    let pages = try PageSetter(measure: canvas, shelf: shelf).pages(of: document)
    try PageDrawing(canvas: canvas, shelf: shelf).draw(pages, of: document)
    try canvas.finish()
    try file.finish()
  }
}
