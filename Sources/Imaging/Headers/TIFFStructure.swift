/// The pages of a TIFF or BigTIFF file, read from its directories without decoding.
struct TIFFStructure: Sendable {
  var pages: [TIFFPage] = []
  var exif = ExifFields()

  init(_ view: ByteView, limits: ImageLimits) throws(ImagingError) {
    guard view.count >= 8 else { throw .truncated(.tiff, bytes: view.count) }
    guard let reader = TIFFDirectoryReader(view, in: 0..<view.count) else {
      throw .damaged(.tiff, "its header is not valid")
    }
    var seen: Set<Int> = []
    var offset = reader.firstDirectory
    while offset != 0 {
      guard seen.insert(offset).inserted else {
        throw .damaged(.tiff, "its list of pages runs in a circle")
      }
      guard let directory = reader.directory(at: offset) else {
        throw .truncated(.tiff, bytes: view.count)
      }
      if pages.isEmpty {
        if Self.isRaw(directory) { throw FormatSniffer.raw("camera raw (DNG, NEF or ARW)") }
        exif = ExifFields(main: directory)
      }
      guard pages.count < limits.maxPages else {
        throw .tooManyPages(.tiff, limit: limits.maxPages)
      }
      pages.append(TIFFPage(directory))
      offset = directory.next
    }
    guard !pages.isEmpty else { throw .damaged(.tiff, "it holds no page") }
  }

  /// DNG says so itself; others keep a preview as the first page and the raw data below it.
  private static func isRaw(_ directory: TIFFDirectory) -> Bool {
    directory.entries[0xC612] != nil
      || directory.entries[0x014A] != nil && (directory.integer(0x00FE) ?? 0) & 1 == 1
      || directory.integer(0x0106) == 32_803 || directory.integer(0x0106) == 34_892
  }
}

/// What one TIFF page says about itself (TIFF 6.0 section 8 names the tags).
struct TIFFPage: Sendable {
  var width: Int
  var height: Int
  /// 1...8; what the tag says, 1 without one.
  var orientation = 1
  var bitsPerSample: Int
  var samples: Int
  var photometric: Int
  var compression: Int
  private var hasPicture: Bool
  private var isTiled: Bool
  private var separatePlanes: Bool
  private var dataEnd = 0
  private var orientationPlace: (at: Int, size: Int, littleEndian: Bool)?

  init(_ directory: TIFFDirectory) {
    width = directory.integer(0x0100) ?? 0
    height = directory.integer(0x0101) ?? 0
    bitsPerSample = directory.integer(0x0102) ?? 1
    compression = directory.integer(0x0103) ?? 1
    photometric = directory.integer(0x0106) ?? 0
    samples = directory.integer(0x0115) ?? 1
    separatePlanes = directory.integer(0x011C) == 2 && samples > 1
    isTiled = directory.entries[0x0142] != nil
    if let entry = directory.entries[0x0112], let value = directory.integer(0x0112), value != 1 {
      if (2...8).contains(value) { orientation = value }
      orientationPlace = (entry.at, entry.size, directory.reader.littleEndian)
    }
    let offsets = isTiled ? 0x0144 : 0x0111
    let lengths = isTiled ? 0x0145 : 0x0117
    let pieces = directory.entries[offsets]?.count ?? 0
    hasPicture = pieces > 0
    for index in 0..<pieces {
      guard let start = directory.integer(offsets, index: index) else { continue }
      let length = directory.integer(lengths, index: index) ?? 0
      let (sum, overflow) = start.addingReportingOverflow(length)
      dataEnd = max(dataEnd, overflow ? .max : sum)
    }
  }

  /// Throws unless the page is within the limits, wholly there, and of a kind that is read.
  func check(_ view: ByteView, limits: ImageLimits) throws(ImagingError) {
    try limits.check(width: width, height: height, of: .tiff)
    guard hasPicture, dataEnd <= view.count else { throw .truncated(.tiff, bytes: view.count) }
    guard [1, 2, 4, 8, 16].contains(bitsPerSample), (1...4).contains(samples) else {
      throw .variant(.tiff, "\(samples) samples of \(bitsPerSample) bits a pixel")
    }
    if separatePlanes { throw .variant(.tiff, "one plane for each colour") }
    if isTiled { throw .variant(.tiff, "tiles") }
  }

  /// The file with this page's orientation set to 1, so that no library applies it.
  func withoutOrientation(_ bytes: [UInt8]) -> [UInt8] {
    guard let place = orientationPlace else { return bytes }
    var copy = bytes
    for index in 0..<place.size {
      let isLowByte = index == (place.littleEndian ? 0 : place.size - 1)
      copy[place.at + index] = isLowByte ? 1 : 0
    }
    return copy
  }
}
