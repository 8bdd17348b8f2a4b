import Imaging
import Testing

@testable import Reporting

@Suite struct PhotoRedactionTests {
  /// A picture in which every pixel differs from its neighbours.
  private func noise(_ width: Int, _ height: Int, seed: UInt64 = 1) -> GrayImage {
    var state = seed
    let pixels = (0..<width * height).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    return GrayImage(width: width, height: height, pixels: pixels)
  }

  private func square(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> [[Int]] {
    [[x, y], [x + width, y], [x + width, y + height], [x, y + height]]
  }

  @Test(arguments: [(480, 360), (270, 480), (480, 20), (7, 5), (1, 1)])
  func nothingButCoarseBlocksIsLeft(width: Int, height: Int) {
    let redacted = PhotoRedaction(places: [], width: width, height: height)
      .applied(to: noise(width, height))
    let size = (max(width, height) + PhotoRedaction.blocks - 1) / PhotoRedaction.blocks
    let isPlain = (0..<height).allSatisfy { y in
      (0..<width).allSatisfy { x in redacted[x, y] == redacted[x / size * size, y / size * size] }
    }
    #expect(isPlain)
    #expect(Set(redacted.pixels).count <= PhotoRedaction.shades)
    #expect((max(width, height) - 1) / size < PhotoRedaction.blocks)
  }

  @Test func detailInABlockLeavesNoTrace() {
    // The same blocks once plain and once with a fine pattern of the same mean.
    let plain = GrayImage(width: 480, height: 480, filledWith: 100)
    let fine = GrayImage(
      width: 480, height: 480, pixels: (0..<480 * 480).map { $0 % 2 == 0 ? 40 : 160 })
    let redaction = PhotoRedaction(places: [], width: 480, height: 480)
    #expect(redaction.applied(to: plain) == redaction.applied(to: fine))
  }

  @Test func aNumbersPlaceIsShownAsItIsAndNothingBesideIt() {
    let image = noise(480, 360)
    let redacted = PhotoRedaction(
      places: [square(400, 800, 2_000, 200)], width: 4_800, height: 3_600
    ).applied(to: image)
    let hidden = PhotoRedaction(places: [], width: 1, height: 1).applied(to: image)
    let wrong = (0..<480 * 360).filter { index in
      let (x, y) = (index % 480, index / 480)
      // The line is 20 high here, and its ends are shown 7 further: a last digit may go on there.
      let isInside = (33..<247).contains(x) && (80..<100).contains(y)
      return redacted.pixels[index] != (isInside ? image : hidden).pixels[index]
    }
    #expect(wrong.isEmpty)
  }

  @Test func aTiltedPlaceShowsNoCornersBesideIt() {
    let image = noise(480, 480)
    let redacted = PhotoRedaction(
      places: [[[240, 100], [300, 160], [160, 300], [100, 240]]], width: 480, height: 480
    ).applied(to: image)
    let hidden = PhotoRedaction(places: [], width: 1, height: 1).applied(to: image)
    let shown = image[200, 200]
    #expect(redacted[200, 200] == shown)
    for (x, y) in [(102, 102), (298, 298), (102, 298), (298, 102)] {
      #expect(redacted[x, y] == hidden[x, y])
    }
  }

  @Test(arguments: [
    [[0, 0], [480, 0], [480, 480], [0, 480]],
    [[-900, -900], [900, -900], [900, 900], [-900, 900]],
    [[0, 0], [480, 480], [480, 0], [0, 480]], [[0, 0], [480, 0], [480, 480]],
    [[0], [1], [2], [3]], [[5, 5], [5, 5], [5, 5], [5, 5]], [],
    [[Int.min, 0], [Int.max, 0], [Int.max, 9], [Int.min, 9]],
  ])
  func aPlaceThatIsNoLineOfDigitsIsNotShown(place: [[Int]]) {
    let image = noise(480, 480)
    let hidden = PhotoRedaction(places: [], width: 1, height: 1).applied(to: image)
    #expect(
      PhotoRedaction(places: [place], width: 480, height: 480).applied(to: image) == hidden)
  }

  @Test func manyPlacesDoNotUncoverThePhoto() {
    let image = noise(480, 480)
    let strips = (0..<16).map { square(0, $0 * 30, 480, 30) }
    let redacted = PhotoRedaction(places: strips, width: 480, height: 480).applied(to: image)
    let shown = zip(redacted.pixels, image.pixels).count { $0 == $1 }
    #expect(shown < 480 * 480 / 2)
    #expect(shown > 480 * 480 / 4)
  }

  @Test func aPhotoOfUnknownSizeShowsNothing() {
    let image = noise(48, 48)
    let redaction = PhotoRedaction(places: [square(1, 1, 9, 2)], width: 0, height: 0)
    #expect(Set(redaction.applied(to: image).pixels).count <= PhotoRedaction.shades)
  }

  @Test(arguments: [0, 1, 2, 3])
  func theEndsOfALineAreShownWhicheverCornerComesFirst(turn: Int) {
    let image = noise(480, 480)
    let corners = square(200, 100, 20, 200)
    let place = (0..<4).map { corners[($0 + turn) % 4] }
    let redacted = PhotoRedaction(places: [place], width: 480, height: 480).applied(to: image)
    let hidden = PhotoRedaction(places: [], width: 1, height: 1).applied(to: image)
    let shown = (0..<480 * 480).filter { redacted.pixels[$0] != hidden.pixels[$0] }
    #expect(shown.map { $0 % 480 }.min() == 200 && shown.map { $0 % 480 }.max() == 219)
    #expect(shown.map { $0 / 480 }.min() == 93 && shown.map { $0 / 480 }.max() == 306)
  }
}
