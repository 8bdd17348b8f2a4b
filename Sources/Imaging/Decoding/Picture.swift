/// One file whose format is known and whose headers have been read and checked.
struct Picture {
  private enum Structure {
    case jpeg(JPEGStructure)
    case png(PNGStructure)
    case tiff(TIFFStructure)
    case webp(WebPStructure)
    case bmp(BMPStructure)
    case gif(GIFStructure)
    case heif(HEIFStructure)
  }

  let header: ImageHeader
  private let view: ByteView
  private let limits: ImageLimits
  private let structure: Structure

  init(_ view: ByteView, limits: ImageLimits) throws(ImagingError) {
    guard view.count <= limits.maxFileBytes else {
      throw .fileTooLarge(view.count, limit: limits.maxFileBytes)
    }
    self.view = view
    self.limits = limits
    let format = try FormatSniffer.format(of: view)
    switch format {
    case .jpeg:
      let jpeg = try JPEGStructure(view)
      structure = .jpeg(jpeg)
      header = ImageHeader(format, jpeg.width, jpeg.height, exif: jpeg.exif)
    case .png:
      let png = try PNGStructure(view)
      structure = .png(png)
      header = ImageHeader(format, png.width, png.height, exif: png.exif)
    case .tiff:
      let tiff = try TIFFStructure(view, limits: limits)
      structure = .tiff(tiff)
      let first = tiff.pages[0]
      var exif = tiff.exif
      exif.orientation = first.orientation
      header = ImageHeader(
        format, first.width, first.height, exif: exif, pageCount: tiff.pages.count)
    case .webp:
      let webp = try WebPStructure(view)
      structure = .webp(webp)
      header = ImageHeader(format, webp.width, webp.height, exif: webp.exif)
    case .bmp:
      let bmp = try BMPStructure(view)
      structure = .bmp(bmp)
      header = ImageHeader(format, bmp.width, bmp.height)
    case .gif:
      let gif = try GIFStructure(view)
      structure = .gif(gif)
      header = ImageHeader(format, gif.width, gif.height)
    case .heif:
      let heif = try HEIFStructure(view, limits: limits)
      structure = .heif(heif)
      header = ImageHeader(format, heif.width, heif.height, exif: heif.exif)
    }
    try limits.check(width: header.width, height: header.height, of: format)
  }

  func decode(page: Int, reducedBy step: Int) throws(ImagingError) -> GrayImage {
    guard page >= 0, page < header.pageCount else {
      throw .noSuchPage(page, count: header.pageCount)
    }
    switch structure {
    case .jpeg(let jpeg):
      return try JPEGDecoder.decode(view, jpeg, reducedBy: step).oriented(header.orientation)
    case .png(let png):
      return try LeptonicaDecoder.decode(png: png, view)
        .reduced(by: step).oriented(header.orientation)
    case .tiff(let tiff):
      let chosen = tiff.pages[page]
      try chosen.check(view, limits: limits)
      return try LeptonicaDecoder.decode(tiff: chosen, page: page, view)
        .reduced(by: step).oriented(chosen.orientation)
    case .webp(let webp):
      return try LeptonicaDecoder.decode(webp: webp, view)
        .reduced(by: step).oriented(header.orientation)
    case .bmp(let bmp): return try BMPDecoder.decode(view, bmp).reduced(by: step)
    case .gif(let gif): return try GIFDecoder.decode(view, gif).reduced(by: step)
    case .heif(let heif):
      return try HEIFDecoder.decode(view, heif, limits: limits).reduced(by: step)
    }
  }
}

extension ImageHeader {
  fileprivate init(
    _ format: ImageFormat, _ width: Int, _ height: Int, exif: ExifFields = ExifFields(),
    pageCount: Int = 1
  ) {
    self.init(
      format: format, width: width, height: height, orientation: exif.orientation ?? 1,
      pageCount: pageCount, cameraTime: exif.cameraTime, cameraMake: exif.cameraMake,
      cameraModel: exif.cameraModel)
  }
}
