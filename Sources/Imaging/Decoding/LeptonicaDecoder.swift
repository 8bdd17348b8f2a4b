internal import CLeptonica

/// PNG, TIFF and WebP through Leptonica, handed over in the form that it reads reliably.
enum LeptonicaDecoder {
  static func decode(png: PNGStructure, _ view: ByteView) throws(ImagingError) -> GrayImage {
    let bytes = try png.essentials(of: view)
    try png.verify(view)
    guard let pix = PixOwner(reading: { pixReadMemPng(bytes, bytes.count) }) else {
      throw .damaged(.png, "its picture data cannot be unpacked")
    }
    return try pix.gray(.png, width: png.width, height: png.height, transparentSamples: png)
  }

  static func decode(
    tiff page: TIFFPage, page index: Int, _ view: ByteView
  ) throws(ImagingError) -> GrayImage {
    let bytes = page.withoutOrientation(view.bytes)
    guard let pix = PixOwner(reading: { pixReadMemTiff(bytes, bytes.count, Int32(index)) }) else {
      let kind =
        "\(page.samples) × \(page.bitsPerSample) bits, colour \(page.photometric), "
        + "coding \(page.compression)"
      throw .damaged(.tiff, "page \(index) cannot be unpacked (\(kind))")
    }
    let image = try pix.gray(
      .tiff, width: page.width, height: page.height,
      premultiplied: page.samples == 4 && page.photometric == 2)
    // Leptonica minds "0 is white" at 1 and 8 bits only.
    let isForgotten = page.photometric == 0 && [2, 4, 16].contains(page.bitsPerSample)
    return isForgotten ? image.inverted() : image
  }

  static func decode(webp: WebPStructure, _ view: ByteView) throws(ImagingError) -> GrayImage {
    let bytes = try webp.still(of: view)
    let frame = webp.frame
    guard let pix = PixOwner(reading: { pixReadMemWebP(bytes, bytes.count) }) else {
      throw .damaged(.webp, "its picture data cannot be decoded")
    }
    let image = try pix.gray(.webp, width: frame.width, height: frame.height)
    if frame.width == webp.width, frame.height == webp.height { return image }
    return GrayImage(width: webp.width, height: webp.height).covered(
      by: image, x: frame.x, y: frame.y)
  }
}

extension GrayImage {
  /// This picture with another one laid over it; what sticks out is cut off.
  func covered(by other: GrayImage, x: Int, y: Int) -> GrayImage {
    let part = PixelRect(x: x, y: y, width: other.width, height: other.height)
      .clamped(toWidth: width, height: height)
    var canvas = pixels
    for row in 0..<part.height {
      let from = (part.y + row - y) * other.width + part.x - x
      let to = (part.y + row) * width + part.x
      canvas.replaceSubrange(to..<to + part.width, with: other.pixels[from..<from + part.width])
    }
    return GrayImage(width: width, height: height, pixels: canvas)
  }
}
