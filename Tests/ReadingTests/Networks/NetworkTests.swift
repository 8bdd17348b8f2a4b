import Imaging
import TestSupport
import Testing

@testable import Reading

@Suite("Network")
struct NetworkTests {
  private func noise(_ width: Int, _ height: Int, using random: inout SeededRandom) -> GrayImage {
    let pixels = (0..<width * height).map { _ in UInt8.random(in: 0...255, using: &random) }
    return GrayImage(width: width, height: height, pixels: pixels)
  }

  @Test(arguments: 0..<24)
  func everyKernelAgreesWithThePlainSums(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let drawn =
      seed % 3 == 0 ? DrawnNetwork.withAddition(using: &random) : .chain(using: &random)
    let network = try #require(Network(file: drawn.file))
    let reference = ReferenceNetwork(network: drawn)
    // Sizes up and down, so that scratch memory is used again; the largest fits every network.
    let sizes = (0..<4).map { _ in
      (Int.random(in: 1...27, using: &random), Int.random(in: 1...19, using: &random))
    }
    for (width, height) in [(43, 29)] + sizes {
      let image = noise(width, height, using: &random)
      let expected = reference.run(image)
      #expect(width < 43 || expected != nil)
      for kernel in Network.Kernel.allCases where network.use(kernel) {
        let maps = network.maps(of: image)
        #expect(maps?.values == expected, "\(kernel), \(width) × \(height)")
      }
    }
  }

  @Test func sumsAtTheEdgeOf32BitsAreExact() throws {
    // All the weight in one tap, on the brightest value there is.
    var convolution = DrawnNetwork.Convolution(
      input: 0, outputs: 2, channels: 1, kernel: (1, 1), relu: false)
    convolution.weights = [32767, -32767]
    convolution.bias = [1_073_700_000, -1_073_700_000]
    convolution.multipliers = [1, 1]
    let drawn = DrawnNetwork(operations: [.convolution(convolution)], softening: 0.001)
    var image = [UInt8](repeating: 0, count: 5000)
    image[17] = 255
    let picture = GrayImage(width: 100, height: 50, pixels: image)
    let network = try #require(Network(file: drawn.file))
    let expected = ReferenceNetwork(network: drawn).run(picture)
    for kernel in Network.Kernel.allCases where network.use(kernel) {
      #expect(network.maps(of: picture)?.values == expected)
    }
    convolution.bias = [1_073_900_000, 0]
    #expect(Network(file: DrawnNetwork(operations: [.convolution(convolution)]).file) == nil)
  }

  @Test func theScalarKernelIsEverywhereAndTheBestOneHasAName() throws {
    let network = try Network(.locator)
    #expect(network.use(.scalar))
    #expect(["scalar", "SSE2", "AVX2", "AVX-512"].contains(Network.kernelName))
  }

  @Test func picturesThatDoNotFitAreRefused() throws {
    let recogniser = try Network(.recogniser)
    #expect(recogniser.maps(of: GrayImage(width: 100, height: 31)) == nil)
    #expect(recogniser.maps(of: GrayImage(width: 0, height: 32)) == nil)
    let locator = try Network(.locator)
    #expect(locator.maps(of: GrayImage(width: 0, height: 0)) == nil)
  }

  @Test func cutFilesAreRefusedAtEveryLength() {
    var random = SeededRandom(seed: 5)
    let file = DrawnNetwork.withAddition(using: &random).file
    #expect(Network(file: file) != nil)
    #expect(Network(file: file + [0]) == nil)
    for length in 0..<file.count {
      #expect(Network(file: Array(file.prefix(length))) == nil)
    }
  }

  @Test func changedFilesAreRefusedOrRun() {
    var random = SeededRandom(seed: 6)
    let image = noise(13, 11, using: &random)
    let files = (0..<8).map { seed -> [UInt8] in
      var shape = SeededRandom(seed: UInt64(seed))
      let drawn =
        seed % 2 == 0 ? DrawnNetwork.withAddition(using: &shape) : .chain(using: &shape)
      return drawn.file
    }
    for round in 0..<1000 {
      var file = files[round % files.count]
      // Mostly the head and the first operation, where the shapes stand.
      let most = round % 3 == 0 ? file.count : 80
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        file[.random(in: 0..<most, using: &random)] = .random(in: 0...255, using: &random)
      }
      guard let network = Network(file: file), let maps = network.maps(of: image) else { continue }
      #expect(maps.values.count == maps.width * maps.height * maps.maps)
    }
  }
}
