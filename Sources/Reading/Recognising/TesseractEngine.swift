internal import CTesseract
import Glibc
public import IMEI
public import Imaging

/// One Tesseract LSTM engine, reused from picture to picture.
///
/// The engine belongs to one thread at a time: it is not `Sendable`, and every call blocks. Results
/// are copied into values before the engine forgets the picture.
public final class TesseractEngine {
  private let handle: OpaquePointer
  private let language: String

  /// Loads a model.
  ///
  /// - Parameters:
  ///   - language: the name of the model, `eng` for Debian's stock one.
  ///   - modelFolder: the folder that holds `LANGUAGE.traineddata`; nil for Tesseract's own.
  /// - Throws: `ReadingError` with code `componentMissing` when the model cannot be loaded.
  public init(language: String = "eng", modelFolder: String? = nil) throws(ReadingError) {
    OpenMP.serialiseThisThread()
    guard let handle = TessBaseAPICreate() else {
      throw .tesseractUnavailable(language: language)
    }
    guard TessBaseAPIInit2(handle, modelFolder, language, OEM_LSTM_ONLY) == 0 else {
      TessBaseAPIDelete(handle)
      throw .tesseractUnavailable(language: language)
    }
    self.handle = handle
    self.language = language
    // Tesseract talks to stderr about empty pages and small lines; the kit's stderr is for people.
    TessBaseAPISetVariable(handle, "debug_file", "/dev/null")
  }

  deinit {
    TessBaseAPIEnd(handle)
    TessBaseAPIDelete(handle)
  }

  /// The library's version, "5.3.0".
  public static var version: String { String(cString: TessVersion()) }

  /// The file that the model was loaded from.
  public var modelPath: String {
    let folder = TessBaseAPIGetDatapath(handle).map { String(cString: $0) } ?? ""
    return "\(folder)\(folder.hasSuffix("/") ? "" : "/")\(language).traineddata"
  }

  /// Reads one line of text (page segmentation mode 7).
  ///
  /// - Parameter image: dark text on light; capitals of 24–36 pixels are the sweet spot.
  /// - Returns: the characters from left to right, spaces between words, boxes in pixels of the
  ///   picture. Confidences are Tesseract's symbol confidences divided by 100; they are not
  ///   calibrated.
  public func recognise(line image: GrayImage) -> [Glyph] {
    guard image.width >= 3, image.height >= 3 else { return [] }
    OpenMP.serialiseThisThread()
    TessBaseAPISetPageSegMode(handle, PSM_SINGLE_LINE)
    defer { TessBaseAPIClear(handle) }
    return image.pixels.withUnsafeBufferPointer { pixels in
      TessBaseAPISetImage(
        handle, pixels.baseAddress, CInt(image.width), CInt(image.height), 1, CInt(image.width))
      TessBaseAPISetSourceResolution(handle, 300)
      guard TessBaseAPIRecognize(handle, nil) == 0 else { return [] }
      return glyphs()
    }
  }

  private func glyphs() -> [Glyph] {
    // The iterator aborts the process when there is no word: ask for the text first.
    guard let text = TessBaseAPIGetUTF8Text(handle) else { return [] }
    let isBlank = strspn(text, " \n\t\u{0C}") == strlen(text)
    TessDeleteText(text)
    guard !isBlank, let iterator = TessBaseAPIGetIterator(handle) else { return [] }
    defer { TessResultIteratorDelete(iterator) }
    var assembly = LineAssembly()
    repeat {
      let page = TessResultIteratorGetPageIterator(iterator)
      guard let symbol = symbol(at: iterator) else { continue }
      if TessPageIteratorIsAtBeginningOf(page, RIL_WORD) != 0 {
        assembly.beginWord(box: Self.box(at: page, level: RIL_WORD))
      }
      assembly.add(
        symbol.character, confidence: symbol.confidence,
        box: Self.box(at: page, level: RIL_SYMBOL))
    } while TessResultIteratorNext(iterator, RIL_SYMBOL) != 0
    return assembly.glyphs()
  }

  private func symbol(
    at iterator: OpaquePointer
  ) -> (character: Character, confidence: Double)? {
    guard let text = TessResultIteratorGetUTF8Text(iterator, RIL_SYMBOL) else { return nil }
    defer { TessDeleteText(text) }
    guard let character = String(cString: text).first else { return nil }
    let confidence = Double(TessResultIteratorConfidence(iterator, RIL_SYMBOL)) / 100
    return (character, min(max(confidence, 0), 1))
  }

  /// The box of what the iterator stands at; nil when Tesseract gives none or an empty one.
  private static func box(at page: OpaquePointer?, level: TessPageIteratorLevel) -> TextBox? {
    var left: CInt = 0
    var top: CInt = 0
    var right: CInt = 0
    var bottom: CInt = 0
    guard TessPageIteratorBoundingBox(page, level, &left, &top, &right, &bottom) != 0,
      right > left, bottom > top
    else { return nil }
    return TextBox(
      x: Double(left), y: Double(top), width: Double(right - left), height: Double(bottom - top))
  }
}
