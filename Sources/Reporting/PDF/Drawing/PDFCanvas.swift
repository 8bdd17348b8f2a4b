internal import CPango
internal import Foundation

/// Owns a PDF file that Cairo writes and the fonts of its text.
///
/// Used by one thread at a time. Cairo keeps its first failure and does nothing after it; ``finish()`` throws
/// it. Coordinates are points from the page's upper left corner.
final class PDFCanvas: TextMeasure {
  private static let cacheLimit = 4_096
  private static let cachedText = 80

  private let sink: PDFSink
  private let fonts: OpaquePointer
  private let surface: OpaquePointer
  private let cairo: OpaquePointer
  private var isFinished = false
  /// The text that is set: a long one is drawn in many parts.
  private var current: (text: PageText, lines: Int)?
  private var known: [PageText: [TextLine]] = [:]

  /// Begins a file of A4 pages.
  ///
  /// - Throws: ``ReportingError`` `libraryFailed`.
  init(writingTo file: StagedFile) throws(ReportingError) {
    guard let fonts = cpango_fonts_create() else {
      throw ReportingError(
        .libraryFailed, "the fonts DejaVu Sans and DejaVu Sans Mono are not in /usr/share/fonts",
        cure: "Install the package fonts-dejavu-core.")
    }
    let sink = PDFSink(file)
    let surface = cairo_pdf_surface_create_for_stream(
      { closure, data, count in
        guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<PDFSink>.fromOpaque(closure).takeUnretainedValue()
        return sink.take(UnsafeBufferPointer(start: data, count: Int(count)))
          ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR
      }, Unmanaged.passUnretained(sink).toOpaque(), Paper.width, Paper.height)
    // Cairo hands out a surface that failed when it has none, never nothing.
    guard let surface, let cairo = cairo_create(surface) else {
      cpango_fonts_free(fonts)
      throw Self.failure(CAIRO_STATUS_NO_MEMORY)
    }
    self.fonts = fonts
    self.sink = sink
    self.surface = surface
    self.cairo = cairo
  }

  deinit {
    if !isFinished { sink.close() }
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
    cpango_fonts_free(fonts)
  }

  /// Writes the document's properties: `time` as `2026-11-21T10:15:30Z` or with a fraction.
  func describe(title: String, author: String, time: String) {
    func set(_ property: cairo_pdf_metadata_t, _ value: String) {
      cairo_pdf_surface_set_metadata(surface, property, PageText.settled(value, limit: 400))
    }
    set(CAIRO_PDF_METADATA_TITLE, title)
    if !author.isEmpty { set(CAIRO_PDF_METADATA_AUTHOR, author) }
    set(CAIRO_PDF_METADATA_CREATOR, "imeikit")
    let moment = PDFTime.seconds(of: time)
    set(CAIRO_PDF_METADATA_CREATE_DATE, moment)
    set(CAIRO_PDF_METADATA_MOD_DATE, moment)
  }

  func lines(of text: PageText) -> [TextLine] {
    if let lines = known[text] { return lines }
    let count = set(text)
    let lines = [cpango_line](unsafeUninitializedCapacity: count) { buffer, filled in
      cpango_lines(fonts, buffer.baseAddress, count)
      filled = count
    }.map { TextLine(height: $0.height, width: $0.width) }
    if text.text.utf8.count <= Self.cachedText {
      if known.count >= Self.cacheLimit { known.removeAll(keepingCapacity: true) }
      known[text] = lines
    }
    return lines
  }

  /// Draws lines of a text from an upper left corner; `lines` is cut to those that it has.
  func draw(
    _ text: PageText, lines: Range<Int>, _ ink: Ink, x: Double, y: Double, scale: Double = 1
  ) {
    let part = lines.clamped(to: 0..<set(text))
    use(ink)
    cairo_save(cairo)
    cairo_translate(cairo, x, y)
    cairo_scale(cairo, scale, scale)
    cpango_draw(fonts, cairo, part.lowerBound, part.count, 0, 0)
    cairo_restore(cairo)
  }

  func fill(_ box: PageBox, _ ink: Ink) {
    guard box.width > 0, box.height > 0 else { return }
    use(ink)
    cairo_rectangle(cairo, box.x, box.y, box.width, box.height)
    cairo_fill(cairo)
  }

  func frame(_ box: PageBox, _ ink: Ink, thickness: Double) {
    use(ink)
    cairo_set_line_width(cairo, thickness)
    if box.height == 0 || box.width == 0 {
      cairo_move_to(cairo, box.x, box.y)
      cairo_line_to(cairo, box.x + box.width, box.y + box.height)
    } else {
      cairo_rectangle(cairo, box.x, box.y, box.width, box.height)
    }
    cairo_stroke(cairo)
  }

  /// Fills the dark squares of a code, one path, so that no hairline parts them.
  func squares(_ code: QRCode, in box: PageBox, _ ink: Ink) {
    let unit = box.width / Double(code.side + 2 * QRCode.quietZone)
    use(ink)
    for y in 0..<code.side {
      var x = 0
      while x < code.side {
        let start = x
        while code.isDark(x: x, y: y) { x += 1 }
        if x > start {
          cairo_rectangle(
            cairo, box.x + unit * Double(start + QRCode.quietZone),
            box.y + unit * Double(y + QRCode.quietZone), unit * Double(x - start), unit)
        }
        x += 1
      }
    }
    cairo_fill(cairo)
  }

  /// Draws a PNG file's picture into a box; the same `name` is put into the file once.
  ///
  /// - Returns: false when it cannot be decoded.
  func picture(_ bytes: [UInt8], named name: String, in box: PageBox) -> Bool {
    let reader = PNGBytes(bytes)
    let image = withExtendedLifetime(reader) {
      cairo_image_surface_create_from_png_stream(
        { closure, data, count in
          guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
          let reader = Unmanaged<PNGBytes>.fromOpaque(closure).takeUnretainedValue()
          return reader.read(into: UnsafeMutableBufferPointer(start: data, count: Int(count)))
            ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR
        }, Unmanaged.passUnretained(reader).toOpaque())
    }
    defer { cairo_surface_destroy(image) }
    let width = cairo_image_surface_get_width(image)
    let height = cairo_image_surface_get_height(image)
    guard cairo_surface_status(image) == CAIRO_STATUS_SUCCESS, width > 0, height > 0 else {
      return false
    }
    if let key = strdup(name) {
      let status = cairo_surface_set_mime_data(
        image, CAIRO_MIME_TYPE_UNIQUE_ID, key, UInt(strlen(key)), { free($0) }, key)
      if status != CAIRO_STATUS_SUCCESS { free(key) }
    }
    cairo_save(cairo)
    cairo_translate(cairo, box.x, box.y)
    cairo_scale(cairo, box.width / Double(width), box.height / Double(height))
    cairo_set_source_surface(cairo, image, 0, 0)
    cairo_paint(cairo)
    cairo_restore(cairo)
    return true
  }

  /// Draws something as an element of the document's structure, such as `P` or `TR`.
  func element(_ name: String, _ draw: () throws -> Void) rethrows {
    cairo_tag_begin(cairo, name, nil)
    try draw()
    cairo_tag_end(cairo, name)
  }

  /// Draws something that leads to a section's place.
  func link(to section: Int, _ draw: () -> Void) {
    cairo_tag_begin(cairo, CAIRO_TAG_LINK, "dest='\(Self.name(section))'")
    draw()
    cairo_tag_end(cairo, CAIRO_TAG_LINK)
  }

  /// Makes a place on the page that links and bookmarks lead to.
  func mark(_ section: Int, y: Double) {
    cairo_tag_begin(
      cairo, CAIRO_TAG_DEST, "name='\(Self.name(section))' x=\(0) y=\(Int(max(0, y - 12)))")
    cairo_tag_end(cairo, CAIRO_TAG_DEST)
  }

  /// Adds a bookmark below another, or at the top.
  ///
  /// - Returns: its number, for those below it.
  func bookmark(_ title: String, section: Int, below parent: CInt?) -> CInt {
    cairo_pdf_surface_add_outline(
      surface, parent ?? CInt(CAIRO_PDF_OUTLINE_ROOT), PageText.settled(title, limit: 200),
      "dest='\(Self.name(section))'", cairo_pdf_outline_flags_t(0))
  }

  func endPage() { cairo_show_page(cairo) }

  /// Writes what is left of the file.
  ///
  /// - Throws: ``ReportingError`` `unwritable`, or `libraryFailed` with the first thing that Cairo could not do.
  func finish() throws(ReportingError) {
    let drawn = cairo_status(cairo)
    cairo_surface_finish(surface)
    isFinished = true
    if let failure = sink.failure { throw failure }
    for status in [drawn, cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
      throw Self.failure(status)
    }
  }

  /// The name of a section's place: made here, so that no text has to be quoted.
  private static func name(_ section: Int) -> String { "section-\(section)" }

  private static func failure(_ status: cairo_status_t) -> ReportingError {
    ReportingError(
      .libraryFailed,
      "Cairo could not write the PDF file: \(String(cString: cairo_status_to_string(status)))",
      cure: "Please report this with the case's log; the HTML report says the same.")
  }

  private func use(_ ink: Ink) { cairo_set_source_rgb(cairo, ink.red, ink.green, ink.blue) }

  /// Makes a text the one that is set; the number of its lines.
  private func set(_ text: PageText) -> Int {
    if let current, current.text == text { return current.lines }
    var copy = text.text
    let alignment =
      switch text.alignment {
      case .left: cpango_left
      case .right: cpango_right
      case .centre: cpango_centre
      }
    let style = cpango_style(
      size: text.style.size, pitch: text.style.pitch, width: text.width,
      is_bold: text.style.isBold, is_code: text.style.isCode, is_single: text.isSingle,
      alignment: alignment)
    let count = copy.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cpango_set(fonts, $0.baseAddress, $0.count, style)
      }
    }
    current = (text, count)
    return count
  }
}
