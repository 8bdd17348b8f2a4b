/// The primary picture of a HEIF file, found in the file's tables without decoding.
struct HEIFStructure: Sendable {
  /// Size before rotation and mirroring, after cropping to the clean aperture.
  var width: Int
  var height: Int
  /// Camera values; `orientation` is made from the file's rotation and mirroring.
  var exif: ExifFields

  /// The coded units of the picture and its tiles.
  private var units: [Range<Int>] = []

  init(_ view: ByteView, limits: ImageLimits) throws(ImagingError) {
    let boxes = ISOBox.list(view, in: 0..<view.count)
    guard let meta = boxes.first(where: { $0.type == "meta" }) else {
      if boxes.contains(where: { $0.type == "moov" }) {
        throw .variant(.heif, "a sequence without a still picture")
      }
      throw .truncated(.heif, bytes: view.count)
    }
    let items = HEIFItems(view, meta: meta)
    guard !boxes.contains(where: \.isCut), !items.isCut else {
      throw .truncated(.heif, bytes: view.count)
    }
    guard let primary = items.primary, let type = items.types[primary] else {
      throw .damaged(.heif, "it names no primary picture")
    }
    // A grid carries its own size, and libheif allocates by that one.
    let grid = type == "grid" ? Self.gridSize(view, items.extents[primary]?.first) : nil
    guard let size = grid ?? Self.size(view, items.properties[primary]) else {
      throw .damaged(.heif, "its primary picture has no size")
    }
    (width, height) = size
    try limits.check(width: width, height: height, of: .heif)
    exif = Self.exif(view, items, primary: primary)
    let coded = try check(view, items, primary: primary, type: type, limits: limits)
    // libheif 1.14 and 1.15 wrote the size of the turned picture where the coded one belongs.
    if let coded, width > coded.width || height > coded.height, height <= coded.width,
      width <= coded.height
    {
      (width, height) = (height, width)
    }
    applyTransforms(view, items.properties[primary] ?? [])
  }

  /// Throws `damaged` if coded data holds what coded data cannot hold.
  func verify(_ view: ByteView) throws(ImagingError) {
    for unit in units where !HEVCUnits.isSound(view, unit) {
      throw .damaged(.heif, "its picture data at byte \(unit.lowerBound) is spoilt")
    }
  }

  /// Bounds what the decoder will allocate: tiles together, and each by its own parameter sets.
  ///
  /// - Returns: the coded size of a picture that is no grid.
  private mutating func check(
    _ view: ByteView, _ items: HEIFItems, primary: Int, type: String, limits: ImageLimits
  ) throws(ImagingError) -> (width: Int, height: Int)? {
    let pieces = type == "grid" ? items.derivedFrom[primary] ?? [] : [primary]
    guard !pieces.isEmpty else { throw .damaged(.heif, "its grid has no tiles") }
    guard type == "grid" || ["hvc1", "hev1"].contains(type) else {
      throw .variant(.heif, type == "av01" ? "AV1 (AVIF) coding" : "a picture of kind '\(type)'")
    }
    var left = 2 * limits.maxPixels
    var checked: [Int: Int] = [:]
    for piece in pieces {
      if checked[piece] == nil {
        guard ["hvc1", "hev1"].contains(items.types[piece] ?? "") else {
          throw .variant(.heif, "tiles of kind '\(items.types[piece] ?? "none")'")
        }
        checked[piece] = try pixels(view, items, piece, limits: limits)
      }
      left -= checked[piece] ?? 0
      guard left >= 0 else {
        throw .damaged(.heif, "its \(pieces.count) tiles hold far more pixels than the picture")
      }
    }
    guard type != "grid" else { return nil }
    return items.properties[primary]?.first { $0.type == "hvcC" }
      .flatMap { HEVCSize.sizes(view, configuration: $0.content).first }
  }

  private mutating func pixels(
    _ view: ByteView, _ items: HEIFItems, _ piece: Int, limits: ImageLimits
  ) throws(ImagingError) -> Int {
    let properties = items.properties[piece] ?? []
    guard let configuration = properties.first(where: { $0.type == "hvcC" })?.content else {
      throw .damaged(.heif, "a picture in it has no decoder settings")
    }
    guard let ranges = items.extents[piece], !ranges.isEmpty else {
      throw .damaged(.heif, "a picture in it has no data")
    }
    let lengthSize = ((view.byte(configuration.lowerBound + 21) ?? 3) & 3) + 1
    var sizes = HEVCSize.sizes(view, configuration: configuration)
    for range in ranges {
      guard let inside = HEVCUnits.list(view, in: range, lengthSize: lengthSize) else {
        throw .damaged(.heif, "the parts of its picture data do not add up")
      }
      units += inside
      sizes += inside.compactMap { HEVCSize.size(view, unit: $0) }
    }
    if let size = Self.size(view, properties) { sizes.append(size) }
    var most = 0
    for size in sizes {
      try limits.check(width: size.width, height: size.height, of: .heif)
      most = max(most, size.width * size.height)
    }
    return most
  }

  private static func size(_ view: ByteView, _ properties: [ISOBox]?) -> (Int, Int)? {
    guard let box = properties?.first(where: { $0.type == "ispe" }),
      let width = view.u32(box.content.lowerBound + 4),
      let height = view.u32(box.content.lowerBound + 8)
    else { return nil }
    return (width, height)
  }

  /// The part that a clean aperture leaves (ISO/IEC 14496-12 section 12.1.4), in whole pixels.
  ///
  /// HEVC codes multiples of 8, so most files whose size is none carry one.
  private static func innerSize(_ view: ByteView, _ box: ISOBox) -> (width: Int, height: Int)? {
    let at = box.content.lowerBound
    guard let width = view.u32(at), let widthParts = view.u32(at + 4), widthParts > 0,
      let height = view.u32(at + 8), let heightParts = view.u32(at + 12), heightParts > 0,
      width >= widthParts, height >= heightParts
    else { return nil }
    return (width / widthParts, height / heightParts)
  }

  /// The output size in a grid's data (ISO/IEC 23008-12 section 6.6.2.3.2).
  private static func gridSize(_ view: ByteView, _ data: Range<Int>?) -> (Int, Int)? {
    guard let data, data.count >= 8, let flags = view.byte(data.lowerBound + 1) else { return nil }
    let size = flags & 1 == 1 ? 4 : 2
    guard data.count >= 4 + 2 * size,
      let width = view.number(data.lowerBound + 4, size: size, littleEndian: false),
      let height = view.number(data.lowerBound + 4 + size, size: size, littleEndian: false)
    else { return nil }
    return (width, height)
  }

  private static func exif(_ view: ByteView, _ items: HEIFItems, primary: Int) -> ExifFields {
    for item in items.describes.keys.sorted()
    where items.describes[item]?.contains(primary) == true {
      guard items.types[item] == "Exif", let range = items.extents[item]?.first,
        let skip = view.u32(range.lowerBound), skip < range.count - 4
      else { continue }
      return ExifFields(view, in: range.lowerBound + 4 + skip..<range.upperBound)
    }
    return ExifFields()
  }

  /// Follows rotations, mirrorings and cropping in their order.
  ///
  /// Leaves the EXIF orientation of the same effect, and the size before it.
  private mutating func applyTransforms(_ view: ByteView, _ properties: [ISOBox]) {
    // A mirroring left to right first, then clockwise quarter turns.
    var (isMirrored, turns) = (false, 0)
    for box in properties {
      guard let value = view.byte(box.content.lowerBound) else { continue }
      switch box.type {
      case "irot":
        turns += 4 - value & 3
        if value & 1 == 1 { (width, height) = (height, width) }
      case "imir":
        isMirrored.toggle()
        turns = (value & 1 == 1 ? 0 : 2) - turns
      case "clap":
        if let inner = Self.innerSize(view, box), inner.width <= width, inner.height <= height {
          (width, height) = inner
        }
      default: break
      }
    }
    turns = (turns % 4 + 4) % 4
    if turns % 2 == 1 { (width, height) = (height, width) }
    exif.orientation = isMirrored ? [2, 7, 4, 5][turns] : [1, 6, 3, 8][turns]
  }
}
