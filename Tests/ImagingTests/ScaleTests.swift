import Imaging
import TestSupport
import Testing

@Suite("Scaling keeps brightness and place")
struct ScaleTests {
  @Test(
    "one shade stays one shade at any size",
    arguments: [(1, 1), (3, 200), (50, 40), (25, 20), (100, 80), (99, 7), (17, 33)])
  func flatStaysFlat(width: Int, height: Int) {
    for shade: UInt8 in [0, 1, 127, 254, 255] {
      let flat = GrayImage(width: 50, height: 40, filledWith: shade)
      #expect(
        flat.scaled(toWidth: width, height: height)
          == GrayImage(width: width, height: height, filledWith: shade))
    }
  }

  @Test("shrinking averages the area that a pixel covers")
  func areaAverage() {
    let image = GrayImage(width: 4, height: 2, pixels: [0, 100, 200, 40, 20, 80, 0, 0])
    #expect(image.scaled(toWidth: 2, height: 1).pixels == [50, 60])
    #expect(image.scaled(toWidth: 1, height: 1).pixels == [55])
    let three = GrayImage(width: 3, height: 1, pixels: [0, 90, 240])
    #expect(three.scaled(toWidth: 2, height: 1).pixels == [30, 190])
  }

  @Test("enlarging blends between pixel centres and holds the ends")
  func bilinear() {
    let image = GrayImage(width: 2, height: 1, pixels: [0, 200])
    #expect(image.scaled(toWidth: 4, height: 1).pixels == [0, 50, 150, 200])
    #expect(
      image.scaled(toWidth: 4, height: 3).pixels == [
        0, 50, 150, 200, 0, 50, 150, 200, 0, 50, 150, 200,
      ])
  }

  @Test("one axis can shrink while the other grows")
  func mixedAxes() {
    let image = GrayImage(width: 4, height: 1, pixels: [0, 100, 100, 200])
    #expect(image.scaled(toWidth: 2, height: 2).pixels == [50, 150, 50, 150])
  }

  @Test("the general path agrees with the path for halves")
  func halvesAgree() {
    let image = GrayImageTests.sample(64, 40)
    let half = image.scaled(toWidth: 32, height: 20)
    for y in 0..<20 {
      for x in 0..<32 {
        let sum =
          Int(image[2 * x, 2 * y]) + Int(image[2 * x + 1, 2 * y]) + Int(image[2 * x, 2 * y + 1])
          + Int(image[2 * x + 1, 2 * y + 1])
        #expect(Int(half[x, y]) == (sum + 2) / 4)
      }
    }
  }

  @Test("sizes below one count as one")
  func smallestSize() {
    let image = GrayImageTests.sample(5, 5)
    #expect(image.scaled(toWidth: 0, height: -4).pixels.count == 1)
  }
}
