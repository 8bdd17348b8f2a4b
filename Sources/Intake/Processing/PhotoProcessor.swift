import BlockList
import IMEI
public import Imaging
import Reading

/// Turns a file's bytes into its result: decode, read, check against the block lists.
///
/// Made and used on one thread of a worker process.
public final class PhotoProcessor: PhotoReading {
  private let decoder: ImageDecoder
  private let reader: PageReader
  private let lists: BlockListStore?
  private let types: TACDirectory?

  /// Makes a processor with the kit's own reader.
  ///
  /// - Parameters:
  ///   - limits: what a file may ask for.
  ///   - storePath: the store of block lists; nil leaves every number not checked.
  /// - Throws: `ReadingError` when a recogniser is missing, `BlockListError` when the store cannot
  ///   be opened.
  public init(limits: ImageLimits, storePath: String?) throws {
    decoder = ImageDecoder(limits: limits)
    reader = try PageReader()
    lists = try storePath.map { try BlockListStore(path: $0, mode: .readOnly) }
    types = lists.map { TACDirectory(store: $0) }
  }

  /// Everything there is to say about one photo.
  public func read(_ photo: PhotoInput) -> PhotoResult {
    do {
      if let side = photo.previewSide { return try preview(of: photo, side: side) }
      return try result(of: photo)
    } catch let error as ImagingError {
      return .refused(
        photo.path, reason: error.message, cure: error.cure, sha256: photo.sha256)
    } catch {
      return .refused(
        photo.path, reason: "The block lists could not be asked: \(error).",
        cure: "Run imeikit doctor and read what it says of the block lists.", sha256: photo.sha256)
    }
  }

  private func result(of photo: PhotoInput) throws -> PhotoResult {
    let header = try decoder.header(of: photo.bytes)
    var result = PhotoResult(
      path: photo.path, status: .none, sha256: photo.sha256, width: header.width,
      height: header.height, orientation: header.orientation, pages: header.pageCount,
      camera: PhotoResult.Camera(header))
    var pages: [PageReading.Status] = []
    var others: Set<PhotoResult.Other> = []
    var time = PageTimes()
    var cropper = Cropper()
    for page in 0..<header.pageCount {
      let image = try time.decoding { try decoder.decode(photo.bytes, page: page) }
      if page == 0 { result.perceptualHash = PhotoResult.hexadecimal(image.perceptualHash) }
      let reading = reader.read(image)
      time.add(reading)
      pages.append(reading.status)
      others.formUnion(
        reading.others.map { PhotoResult.Other(kind: $0.kind.rawValue, value: $0.value) })
      others.formUnion(BagLabel.others(in: reading.texts))
      for found in reading.readings {
        var entry = PhotoResult.Reading(found, page: page + 1, answer: try answer(to: found))
        if let lists { try entry.addLeads(from: lists) }
        if photo.wantsCrops { cropper.addCrop(of: found, in: image, to: &entry) }
        result.readings.append(entry)
      }
      if let types { try result.addTypes(from: types, page: page + 1, print: reading.texts) }
      if reading.unreadableCaptions > 0, !reading.readings.isEmpty {
        result.warnings.append(PhotoResult.captionWithoutNumber)
      }
    }
    result.warnings += cropper.warnings
    result.status = PhotoResult.Status(pages: pages)
    if result.status == .unreadable {
      result.reason = PhotoResult.captionWithoutNumber
      result.cure = "Photograph it again, nearer, sharp and without glare."
    }
    result.others = others.sorted { ($0.kind, $0.value) < ($1.kind, $1.value) }
    result.milliseconds = time.milliseconds
    return result
  }

  private func preview(of photo: PhotoInput, side: Int) throws(ImagingError) -> PhotoResult {
    let header = try decoder.header(of: photo.bytes)
    // Decoding small costs a fraction; twice the size wanted leaves it as sharp.
    let step = max(header.width, header.height) / (2 * side)
    let image = try decoder.decode(photo.bytes, page: 0, reducedBy: max(1, step))
    var result = PhotoResult(
      path: photo.path, status: .none, sha256: photo.sha256, width: header.width,
      height: header.height, orientation: header.orientation)
    result.previewPNG = try Preview(of: image, side: side).bytes
    return result
  }

  private func answer(to reading: IMEIReading) throws -> Answer {
    try lists?.lookUp(reading.imei) ?? .notChecked(because: .noListLoaded)
  }
}

/// The time that the pages of one photo took.
private struct PageTimes {
  private(set) var milliseconds = PhotoResult.Milliseconds(decode: 0, locate: 0, read: 0)

  mutating func decoding<Failure: Error>(
    _ decode: () throws(Failure) -> GrayImage
  ) throws(Failure) -> GrayImage {
    let started = ContinuousClock.now
    let image = try decode()
    milliseconds.decode? += (ContinuousClock.now - started) / .milliseconds(1)
    return image
  }

  mutating func add(_ reading: PageReading) {
    milliseconds.locate? += reading.times.locate
    milliseconds.read? += reading.times.afterLocating
  }
}
