import Imaging
import Testing

@Suite("Perceptual hash")
struct PerceptualHashTests {
  /// Blocks of shades that follow from a seed.
  private func picture(_ seed: UInt64, width: Int = 640, height: Int = 480) -> GrayImage {
    var state = seed
    var shades: [UInt8] = []
    for _ in 0..<64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      shades.append(UInt8(truncatingIfNeeded: state >> 56))
    }
    var pixels: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width { pixels.append(shades[y * 8 / height * 8 + x * 8 / width]) }
    }
    return GrayImage(width: width, height: height, pixels: pixels)
  }

  private func distance(_ one: GrayImage, _ other: GrayImage) -> Int {
    (one.perceptualHash ^ other.perceptualHash).nonzeroBitCount
  }

  @Test("Scaling, noise and light change few bits", arguments: 1...20 as ClosedRange<UInt64>)
  func same(seed: UInt64) {
    let original = picture(seed)
    #expect(distance(original, original) == 0)
    #expect(distance(original, original.scaled(toWidth: 400, height: 300)) <= 4)
    #expect(distance(original, picture(seed, width: 4_032, height: 3_024)) <= 4)
    var state = seed
    let noisy = original.pixels.map { pixel in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(clamping: Int(pixel) * 9 / 10 + 10 + Int(state >> 60) - 8)
    }
    #expect(distance(original, GrayImage(width: 640, height: 480, pixels: noisy)) <= 4)
  }

  @Test("Other pictures differ in many bits")
  func other() {
    let hashes = (1...40 as ClosedRange<UInt64>).map { picture($0).perceptualHash }
    for (index, one) in hashes.enumerated() {
      for two in hashes[..<index] { #expect((one ^ two).nonzeroBitCount > 10) }
    }
  }

  @Test("A picture of one shade and one without pixels have a hash too")
  func plain() {
    #expect(GrayImage(width: 0, height: 0).perceptualHash == 0)
    let plain = GrayImage(width: 10, height: 10, filledWith: 80)
    #expect(plain.perceptualHash == plain.perceptualHash)
  }
}
