/// Tells a file's format by its first bytes; names play no part.
enum FormatSniffer {
  private static let rawCure =
    "Send the JPEG that the camera wrote beside it, or export the picture as JPEG."

  /// The readable format, or an error that names what the file is.
  static func format(of view: ByteView) throws(ImagingError) -> ImageFormat {
    guard view.count > 0 else { throw .empty }
    if let format = try readable(view) { return format }
    if let error = recognised(view) { throw error }
    if looksLikeText(view) { throw .otherContent("text") }
    throw .notAPicture
  }

  private static func readable(_ view: ByteView) throws(ImagingError) -> ImageFormat? {
    if view.has([0xFF, 0xD8, 0xFF], at: 0) { return .jpeg }
    if view.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) { return .png }
    if view.has("RIFF", at: 0), view.has("WEBP", at: 8) { return .webp }
    if view.has("GIF87a", at: 0) || view.has("GIF89a", at: 0) { return .gif }
    if view.has("II", at: 0) || view.has("MM", at: 0), let format = tiffFamily(view) {
      return try format.get()
    }
    if view.has("BM", at: 0), looksLikeBitmap(view) { return .bmp }
    if view.has("ftyp", at: 4) { return try isoFamily(view) }
    return nil
  }

  private static func tiffFamily(_ view: ByteView) -> Result<ImageFormat, ImagingError>? {
    let little = view.has("II", at: 0)
    if view.has("CR", at: 8) { return .failure(raw("Canon raw (CR2)")) }
    switch view.u16(2, littleEndian: little) {
    case 42, 43: return .success(.tiff)
    case 0x55 where little: return .failure(raw("Panasonic raw (RW2)"))
    case 0x4F52, 0x5352: return .failure(raw("Olympus raw (ORF)"))
    case 0x01BC where little:
      return .failure(.unsupported("a JPEG XR picture", cure: ImagingError.saveAsJPEG))
    default: return nil
    }
  }

  static func raw(_ name: String) -> ImagingError {
    .unsupported("a \(name) file", cure: rawCure)
  }

  /// `BM` begins many texts too, so the size of the second header must be one that exists.
  private static func looksLikeBitmap(_ view: ByteView) -> Bool {
    guard view.count >= 18 else { return view.count <= 2 || !looksLikeText(view) }
    return [12, 16, 40, 52, 56, 64, 108, 124].contains(view.u32(14, littleEndian: true) ?? 0)
  }

  private static func isoFamily(_ view: ByteView) throws(ImagingError) -> ImageFormat {
    let end = min(view.u32(0) ?? 0, view.count, 4096)
    var brands: [String] = [view.fourCC(8) ?? ""]
    for at in stride(from: 16, to: end - 3, by: 4) { brands.append(view.fourCC(at) ?? "") }
    let hevc: Set<String> = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"]
    switch brands[0] {
    case "avif", "avis": throw avif
    case "crx ": throw raw("Canon raw (CR3)")
    case "jp2 ", "jpx ", "jpm ":
      throw .unsupported("a JPEG 2000 picture", cure: ImagingError.saveAsJPEG)
    default: break
    }
    if hevc.contains(brands[0]) || !hevc.isDisjoint(with: brands) { return .heif }
    if brands.contains("avif") { throw avif }
    if brands.contains("mif1") || brands.contains("msf1") { return .heif }
    throw .unsupported(
      "a video (MP4 or MOV)", cure: "Take a still photo, or save one frame of it as JPEG.")
  }

  private static var avif: ImagingError {
    .unsupported("an AVIF picture", cure: ImagingError.saveAsJPEG)
  }

  /// Formats that are known but not read, named so that the person knows what to do.
  private static func recognised(_ view: ByteView) -> ImagingError? {
    let save = ImagingError.saveAsJPEG
    for at in 0..<min(1024, view.count) where view.has("%PDF-", at: at) {
      return .unsupported("a PDF document", cure: "Export its pages as PNG or TIFF and send those.")
    }
    if view.has([0xFF, 0x0A], at: 0) || view.has("JXL ", at: 4) {
      return .unsupported("a JPEG XL picture", cure: save)
    }
    if view.has("jP  ", at: 4) || view.has([0xFF, 0x4F, 0xFF, 0x51], at: 0) {
      return .unsupported("a JPEG 2000 picture", cure: save)
    }
    if view.has("FUJIFILMCCD-RAW", at: 0) { return raw("Fujifilm raw (RAF)") }
    if view.has("FOVb", at: 0) { return raw("Sigma raw (X3F)") }
    if view.has("8BPS", at: 0) { return .unsupported("a Photoshop document", cure: save) }
    if view.has("%!PS", at: 0) { return .unsupported("a PostScript document", cure: save) }
    if view.has([0, 0, 1, 0], at: 0) { return .unsupported("an icon file", cure: save) }
    if view.has([0x1A, 0x45, 0xDF, 0xA3], at: 0) || view.has("AVI ", at: 8) {
      return .unsupported("a video", cure: "Take a still photo, or save one frame of it as JPEG.")
    }
    if view.has("PK", at: 0), view.byte(2) ?? 9 < 9 {
      return .unsupported(
        "a ZIP archive or office document", cure: "Unpack it and send the pictures in it.")
    }
    if view.has([0x1F, 0x8B], at: 0) {
      return .unsupported("a gzip archive", cure: "Unpack it and send the pictures in it.")
    }
    return markup(view)
  }

  private static func markup(_ view: ByteView) -> ImagingError? {
    let head = String(decoding: view.bytes.prefix(1024), as: UTF8.self).lowercased()
    if head.contains("<svg") {
      return .unsupported("an SVG drawing", cure: "Export it as PNG and send that.")
    }
    if head.contains("<!doctype html") || head.contains("<html") {
      return .otherContent("a web page")
    }
    return nil
  }

  /// No control bytes, and mostly ASCII: prose in any language whose files turn up as pictures.
  private static func looksLikeText(_ view: ByteView) -> Bool {
    let head = view.bytes.prefix(512)
    let isPlain = head.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
    return isPlain && head.count(where: { $0 < 0x80 }) * 2 > head.count
  }
}
