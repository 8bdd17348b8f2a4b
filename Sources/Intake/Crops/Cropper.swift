import Imaging
import Reading

/// Makes the crops of one photo's readings, within what an answer may carry.
struct Cropper {
  private var bytesLeft = CropFile.maximumBytesPerPhoto
  private var leftOut = 0

  /// What a person should know: how many crops did not fit.
  var warnings: [String] {
    leftOut == 0 ? [] : ["\(leftOut) crops were left out; the photo has too many readings."]
  }

  /// Adds the picture of a reading's digits to its entry in the result, if there is one.
  mutating func addCrop(
    of found: IMEIReading, in page: GrayImage, to reading: inout PhotoResult.Reading
  ) {
    guard
      let (crop, bytes) = ReadingCrop.png(
        of: found, in: page, maximumBytes: CropFile.maximumBytes)
    else { return }
    guard bytes.count <= bytesLeft else {
      leftOut += 1
      return
    }
    bytesLeft -= bytes.count
    reading.cropPNG = bytes
    reading.cropDigitBoxes = crop.digitBoxes.map(\.points)
  }
}
