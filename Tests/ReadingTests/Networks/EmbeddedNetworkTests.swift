import Imaging
import TestSupport
import Testing

@testable import Reading

@Suite("Embedded networks")
struct EmbeddedNetworkTests {
  @Test func theRecogniserGivesAClassForEveryFourthColumn() throws {
    let network = try Network(.recogniser)
    #expect(network.alphabet.hasPrefix("0123456789ABC"))
    for width in [1, 24, 319, 320] {
      network.run(GrayImage(width: width, height: 32)) { maps in
        #expect(maps.width == (width + 3) / 4)
        #expect(maps.height == 1)
        #expect(maps.maps == network.alphabet.count + 1)
      }
    }
  }

  @Test func theLocatorGivesFiveMapsAtAQuarterOfTheSize() throws {
    let network = try Network(.locator)
    #expect(network.alphabet.isEmpty)
    network.run(GrayImage(width: 100, height: 33)) { maps in
      #expect(maps.width == 32)
      #expect(maps.height == 16)
      #expect(maps.maps == 5)
    }
  }

  @Test func theRecogniserReadsADrawnNumber() throws {
    let number = "356938035643809"
    var strip = DrawnImage(width: 300, height: 32)
    strip.text(number, x: 12, y: 6, scale: 3)
    let network = try Network(.recogniser)
    let classes = Array(network.alphabet)
    network.run(strip.image) { maps in
      var read = ""
      var last = 0
      for column in 0..<maps.width {
        let best = (0..<maps.maps).max { maps[column, 0, $0] < maps[column, 0, $1] } ?? 0
        if best != last, best > 0 { read.append(classes[best - 1]) }
        last = best
      }
      #expect(read == number)
    }
  }
}
