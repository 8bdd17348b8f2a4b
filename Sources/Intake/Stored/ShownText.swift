/// Text out of a results file made safe to show: it may have been changed since the kit wrote it.
enum ShownText {
  /// `text` cut to `limit` characters, with everything escaped that ends a line or steers a terminal.
  static func escaping(_ text: String, limit: Int = 200) -> String {
    let cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
    let shown = String(PhotoPath(cut).quoted.dropFirst().dropLast())
    return text.unicodeScalars.count > limit ? shown + "…" : shown
  }
}
