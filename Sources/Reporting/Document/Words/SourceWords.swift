/// How a number was read, in plain words.
enum SourceWords {
  /// Sources such as `barcode.code128`, `ocr.digits` as `barcode (Code 128) and print, by …`.
  static func of(_ sources: [String]) -> String {
    let barcodes = sources.filter { $0.hasPrefix("barcode.") }.map {
      barcode(String($0.dropFirst("barcode.".count)))
    }
    let recognisers = sources.filter { $0.hasPrefix("ocr.") }.map(recogniser)
    let others = sources.filter { !$0.hasPrefix("barcode.") && !$0.hasPrefix("ocr.") }
    var parts: [String] = []
    if !barcodes.isEmpty { parts.append("barcode (\(barcodes.joined(separator: ", ")))") }
    switch recognisers.count {
    case 0: break
    case 1: parts.append("print, by one recogniser (\(recognisers[0]))")
    case 2: parts.append("print, by two recognisers (\(recognisers.joined(separator: ", ")))")
    case let count:
      parts.append("print, by \(count) recognisers (\(recognisers.joined(separator: ", ")))")
    }
    parts += others.map { $0.visible(limit: 80) }
    return parts.isEmpty ? "by people only" : parts.joined(separator: " and ")
  }

  private static func recogniser(_ source: String) -> String {
    switch source {
    case "ocr.tesseract": "Tesseract"
    case "ocr.digits": "the kit's own networks"
    default: String(source.dropFirst("ocr.".count)).visible(limit: 80)
    }
  }

  private static func barcode(_ format: String) -> String {
    switch format {
    case "code128": "Code 128"
    case "code39": "Code 39"
    case "code93": "Code 93"
    case "codabar": "Codabar"
    case "itf": "Interleaved 2 of 5"
    case "ean13": "EAN-13"
    case "qrcode": "QR code"
    case "microqrcode": "Micro QR code"
    case "datamatrix": "Data Matrix"
    case "aztec": "Aztec"
    case "pdf417": "PDF417"
    default: format.visible(limit: 40)
    }
  }
}
