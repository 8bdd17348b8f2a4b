internal import CZXing
import IMEI
public import Imaging

/// A barcode as read: its text, its symbology and where it lies.
public struct Barcode: Hashable, Sendable {
  /// The payload as text.
  public var text: String
  /// The symbology that carried it.
  public var symbology: Source
  /// Where it lies, in pixels of the picture that was searched.
  public var place: Quad
}

/// Reads barcodes with ZXing: Code 128, Code 39, ITF, EAN, UPC, QR and Data Matrix.
public struct BarcodeReader: Sendable {
  /// Pictures up to this many pixels are searched enlarged as well.
  ///
  /// The narrow bars of an iPhone's `*#06#` sheet decode at twice their size and not at once.
  public static let largestEnlarged = 5_000_000
  /// Pictures are searched at half their size, and again, while their longer side exceeds this.
  ///
  /// Blurred and noisy bars decode once neighbouring pixels are averaged.
  public static let longestSide = 1_000

  /// Makes a reader.
  public init() {}

  /// ZXing's version, "1.4.0".
  public static var version: String { String(cString: czxing_version()) }

  /// Finds every barcode in a picture, at its own size, at smaller sizes, and enlarged when small.
  ///
  /// - Returns: each payload of each symbology once, from top to bottom. Places are in the picture's
  ///   own pixels.
  public func read(_ image: GrayImage) -> [Barcode] {
    var found: [Barcode] = []
    for size in sizes(of: image) {
      let scale = Double(size.width) / Double(image.width)
      for barcode in symbols(in: size, scale: scale)
      where !found.contains(where: { $0.says(sameAs: barcode) }) {
        found.append(barcode)
      }
    }
    return found.sorted {
      ($0.place.bounds.y, $0.place.bounds.x, $0.text)
        < ($1.place.bounds.y, $1.place.bounds.x, $1.text)
    }
  }

  /// Searches a picture once, at its own size.
  ///
  /// - Returns: as `read` does; barcodes that need another size are missed.
  func readOnce(_ image: GrayImage) -> [Barcode] { symbols(in: image, scale: 1) }

  private func sizes(of image: GrayImage) -> [GrayImage] {
    var sizes = [image]
    var smaller = image
    while max(smaller.width, smaller.height) > Self.longestSide,
      min(smaller.width, smaller.height) > 1
    {
      smaller = smaller.halved()
      sizes.append(smaller)
    }
    if image.width * image.height <= Self.largestEnlarged {
      sizes.append(image.scaled(toWidth: image.width * 2, height: image.height * 2))
    }
    return sizes
  }

  private func symbols(in image: GrayImage, scale: Double) -> [Barcode] {
    image.pixels.withUnsafeBufferPointer { pixels in
      guard
        let result = czxing_read(
          pixels.baseAddress, CInt(image.width), CInt(image.height), CInt(image.width))
      else { return [] }
      defer { czxing_free(result) }
      return (0..<czxing_count(result)).map { index in
        let symbol = czxing_symbol_at(result, index)
        let bytes = UnsafeRawBufferPointer(start: symbol.text, count: symbol.length)
        let (x0, y0, x1, y1, x2, y2, x3, y3) = symbol.corners
        let corners = [(x0, y0), (x1, y1), (x2, y2), (x3, y3)].map {
          Point(x: Double($0.0) / scale, y: Double($0.1) / scale)
        }
        return Barcode(
          text: String(decoding: bytes, as: UTF8.self),
          symbology: Source(zxingFormat: String(cString: symbol.format)),
          place: Quad(corners: corners))
      }
    }
  }
}

extension Barcode {
  /// The same barcode in a picture `factor` times as large.
  func scaled(by factor: Double) -> Barcode {
    var scaled = self
    scaled.place.corners = place.corners.map { Point(x: $0.x * factor, y: $0.y * factor) }
    return scaled
  }

  /// Whether another barcode carries the same; places differ by size, and a linear code's may be a
  /// line without height.
  fileprivate func says(sameAs other: Barcode) -> Bool {
    text == other.text && symbology == other.symbology
  }
}
