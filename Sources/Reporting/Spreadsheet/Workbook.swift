internal import CXLSXWriter
internal import Glibc

/// A workbook that libxlsxwriter writes.
///
/// The library keeps the cells in memory and writes the file in ``close()``. It takes the time only from
/// the properties, so equal cells give equal bytes.
final class Workbook {
  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private let path: String
  private let temporaryFolder: UnsafeMutablePointer<CChar>?
  private var bold: UnsafeMutablePointer<lxw_format>?
  private var text: UnsafeMutablePointer<lxw_format>?

  /// Begins a workbook; nothing is written yet.
  ///
  /// - Throws: ``ReportingError`` `libraryFailed`.
  init(at path: String) throws(ReportingError) {
    self.path = path
    // What the library sets down meanwhile stays beside the workbook, and out of a shared /tmp.
    temporaryFolder = strdup(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
    var options = lxw_workbook_options()
    options.tmpdir = temporaryFolder
    handle = workbook_new_opt(path, &options)
    guard handle != nil else { throw Self.failure("it could not be begun") }
    bold = workbook_add_format(handle)
    text = workbook_add_format(handle)
    guard bold != nil, text != nil else { throw Self.failure("it takes no format") }
    // “@” keeps a cell text when somebody edits it: digits keep their zeros, “=” begins no formula.
    for format in [bold, text] { format_set_num_format(format, "@") }
    format_set_bold(bold)
  }

  deinit {
    if let handle { lxw_workbook_free(handle) }
    free(temporaryFolder)
  }

  /// Sets the workbook's title, and when it was made in seconds since 1970.
  ///
  /// - Throws: ``ReportingError`` `libraryFailed`.
  func set(title: String, created: Int) throws(ReportingError) {
    let copy = strdup(title)
    defer { free(copy) }
    var properties = lxw_doc_properties()
    properties.title = copy
    properties.created = created
    try Self.check(workbook_set_properties(handle, &properties))
  }

  /// Adds a sheet of text cells with a head that stays and can be filtered by.
  ///
  /// - Throws: ``ReportingError`` `libraryFailed`, also for more rows than a sheet can have.
  func add(
    _ name: String, columns: [(name: String, width: Double)], rows: [[String]]
  ) throws(ReportingError) {
    guard let sheet = workbook_add_worksheet(handle, name) else {
      throw Self.failure("it takes no sheet “\(name)”")
    }
    for (index, column) in columns.enumerated() {
      let column = (index: lxw_col_t(index), name: column.name, width: column.width)
      try Self.check(
        worksheet_set_column(sheet, column.index, column.index, column.width, text))
      try Self.check(worksheet_write_string(sheet, 0, column.index, column.name, bold))
    }
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        try Self.check(
          worksheet_write_string(sheet, lxw_row_t(row + 1), lxw_col_t(column), cell, text))
      }
    }
    worksheet_freeze_panes(sheet, 1, 1)
    try Self.check(
      worksheet_autofilter(sheet, 0, 0, lxw_row_t(rows.count), lxw_col_t(columns.count - 1)))
    // Digits are text on purpose: no warning beside each.
    try Self.check(
      worksheet_ignore_errors(
        sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
  }

  /// Writes the file.
  ///
  /// - Throws: ``ReportingError`` `libraryFailed`.
  func close() throws(ReportingError) {
    let handle = handle
    // The library frees it, whether it can write it or not.
    self.handle = nil
    try Self.check(workbook_close(handle))
    // As private as the files beside it.
    guard chmod(path, 0o600) == 0 else { throw ReportingError.unwritable(path, errno) }
  }

  private static func check(_ error: lxw_error) throws(ReportingError) {
    guard error == LXW_NO_ERROR else {
      throw failure(lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)")
    }
  }

  private static func failure(_ why: String) -> ReportingError {
    ReportingError(
      .libraryFailed, "The workbook cannot be written: \(why)",
      cure: "Make room on the disk; the CSV files hold the same rows.")
  }
}
