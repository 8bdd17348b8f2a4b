import Imaging
import TestSupport

/// Samples packed into bytes, the first in the highest bits.
enum PackedRow {
  static func packed(_ samples: [Int], _ bits: Int) -> [UInt8] {
    let perByte = 8 / bits
    return stride(from: 0, to: samples.count, by: perByte).map { start in
      var byte = 0
      for place in 0..<perByte {
        let sample = start + place < samples.count ? samples[start + place] : 0
        byte = byte << bits | sample
      }
      return UInt8(byte)
    }
  }
}

extension PNGFile {
  /// A file of a grey picture, 8 bits.
  static func gray(_ image: GrayImage) -> PNGFile {
    PNGFile(
      width: image.width, height: image.height, bitDepth: 8, colourType: 0,
      rows: (0..<image.height).map { y in (0..<image.width).map { image[$0, y] } })
  }
}
