import IMEI
public import Imaging

/// The digits of one reading cut out of the photo: upright, large enough to compare by eye, and
/// nothing else of what the photo shows.
///
/// ``IMEIReading/place`` is pulled straight with a margin of ``margin`` digit heights all round.
/// Digits keep the photo's own resolution between ``leastDigitHeight`` and ``greatestDigitHeight``
/// and are enlarged or shrunk to those outside. What would lie outside the photo is white.
public struct ReadingCrop: Hashable, Sendable {
  /// How far the crop reaches beyond the digits, in digit heights.
  public static let margin = 0.35
  /// Digits lower than this are enlarged to it, in pixels.
  public static let leastDigitHeight = 28.0
  /// Digits higher than this are shrunk to it, in pixels.
  public static let greatestDigitHeight = 96.0
  /// No crop is wider, in pixels; the line of a whole IMEI stays far below.
  public static let greatestWidth = 4_096.0

  /// The picture.
  public let image: GrayImage
  /// Where each digit stands in ``image``, in its pixels; empty when the reading does not know.
  public let digitBoxes: [Quad]

  /// Cuts a reading out of its upright photo; nil when it has no place with a height, as some
  /// barcodes, or a place outside the photo.
  ///
  /// - Parameter greatestDigitHeight: the height to which higher digits are shrunk.
  public init?(
    of reading: IMEIReading, in photo: GrayImage,
    greatestDigitHeight: Double = ReadingCrop.greatestDigitHeight
  ) {
    guard let frame = CropFrame(reading), frame.touches(photo) else { return nil }
    let digitHeight = frame.digitHeight
    let wanted = min(
      max(digitHeight, Self.leastDigitHeight), max(greatestDigitHeight, Self.leastDigitHeight))
    let scale = min(wanted / digitHeight, Self.greatestWidth / frame.width)
    let width = (frame.width * scale).rounded(.up)
    let height = (frame.height * scale).rounded(.up)
    guard let map = QuadMap(frame.quad, width: width, height: height) else { return nil }
    image = photo.warped(PixelQuad(frame.quad), toWidth: Int(width), height: Int(height))
    digitBoxes = reading.digitPlaces.map(map.apply)
  }

  /// The picture alone.
  public static func image(of reading: IMEIReading, in photo: GrayImage) -> GrayImage? {
    ReadingCrop(of: reading, in: photo)?.image
  }

  /// The crop as a PNG file of at most so many bytes; large digits are shrunk until it fits.
  ///
  /// - Returns: the crop and its file; nil when there is no crop, or none so small.
  public static func png(
    of reading: IMEIReading, in photo: GrayImage, maximumBytes: Int
  ) -> (crop: ReadingCrop, bytes: [UInt8])? {
    for height in [greatestDigitHeight, 72, 54, 40, leastDigitHeight] {
      guard let crop = ReadingCrop(of: reading, in: photo, greatestDigitHeight: height),
        let bytes = try? crop.image.pngData()
      else { return nil }
      if bytes.count <= maximumBytes { return (crop, bytes) }
    }
    return nil
  }
}

extension PixelQuad {
  fileprivate init(_ quad: Quad) {
    let corners = quad.corners.map { PixelPoint(x: $0.x, y: $0.y) }
    self.init(
      topLeft: corners[0], topRight: corners[1], bottomRight: corners[2], bottomLeft: corners[3])
  }
}
