import TestSupport

/// A network made up for a test, and its file.
struct DrawnNetwork {
  struct Convolution {
    var input: Int
    var outputs: Int
    var channels: Int
    var kernel: (height: Int, width: Int)
    var stride = (y: 1, x: 1)
    var padding = (y: 0, x: 0)
    var dilation = 1
    var relu = true
    var bias: [Int32] = []
    var multipliers: [Float] = []
    /// [output][row][column][channel]
    var weights: [Int16] = []

    var taps: Int { kernel.height * kernel.width * channels }
  }

  enum Operation {
    case convolution(Convolution)
    case addition(first: Int, second: Int)
  }

  var operations: [Operation]
  var softening: Float = 3
  var multiple = (x: 1, y: 1)
  var rows = 0
  var alphabet = ""

  /// The network as a file.
  var file: [UInt8] {
    var file = NetworkFileWriter()
    file.bytes = Array("INET".utf8)
    file.append(1)
    file.append(softening.bitPattern)
    for number in [multiple.x, multiple.y, rows, alphabet.utf8.count, operations.count] {
      file.append(UInt32(number))
    }
    file.append(bytes: Array(alphabet.utf8))
    for (index, operation) in operations.enumerated() {
      switch operation {
      case .convolution(let convolution):
        file.append(convolution, isLast: index == operations.count - 1)
      case .addition(let first, let second):
        for number in [2, first, second] { file.append(UInt32(number)) }
      }
    }
    return file.bytes
  }
}

private struct NetworkFileWriter {
  var bytes: [UInt8] = []

  mutating func append(_ number: UInt32) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(bytes more: [UInt8]) {
    bytes += more + [UInt8](repeating: 0, count: (4 - more.count % 4) % 4)
  }

  mutating func append(_ convolution: DrawnNetwork.Convolution, isLast: Bool) {
    let flags = (convolution.relu ? 1 : 0) + (isLast ? 2 : 0)
    for number in [
      1, convolution.input, convolution.outputs, convolution.kernel.height,
      convolution.kernel.width, convolution.stride.y, convolution.stride.x,
      convolution.padding.y, convolution.padding.x, convolution.dilation, flags,
    ] { append(UInt32(number)) }
    for bias in convolution.bias { append(UInt32(bitPattern: bias)) }
    for multiplier in convolution.multipliers { append(multiplier.bitPattern) }
    append(
      bytes: convolution.weights.flatMap {
        [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
      })
  }
}

extension DrawnNetwork.Convolution {
  /// The convolution with random numbers in it, some of whose results saturate.
  func filled(using random: inout SeededRandom) -> Self {
    var filled = self
    let largest = Int16(min(32767, 60000 / taps))
    filled.weights = (0..<outputs * taps).map { _ in .random(in: -largest...largest, using: &random)
    }
    filled.bias = (0..<outputs).map { _ in .random(in: -90_000_000...90_000_000, using: &random) }
    let usual = Float(taps).squareRoot() / 20000
    filled.multipliers = (0..<outputs).map { _ in
      min(0.5, usual * .random(in: 0.3...3, using: &random))
    }
    return filled
  }
}

extension DrawnNetwork {
  /// A chain of convolutions of every shape.
  static func chain(using random: inout SeededRandom) -> DrawnNetwork {
    var operations: [Operation] = []
    var channels = 1
    let count = Int.random(in: 2...5, using: &random)
    for index in 0..<count {
      let isLast = index == count - 1
      let strides = index < 2 ? 1...2 : 1...1
      let kernel = (Int.random(in: 1...4, using: &random), Int.random(in: 1...5, using: &random))
      let dilation = Int.random(in: 1...3, using: &random)
      let convolution = Convolution(
        input: index,
        outputs: isLast
          ? .random(in: 1...40, using: &random) : 8 * .random(in: 1...5, using: &random),
        channels: channels, kernel: kernel,
        stride: (.random(in: strides, using: &random), .random(in: strides, using: &random)),
        padding: (
          .random(in: (kernel.0 - 1) / 2...2, using: &random),
          .random(in: max(0, dilation * (kernel.1 - 1) / 2 - 1)...6, using: &random)
        ),
        dilation: dilation, relu: .random(using: &random)
      ).filled(using: &random)
      operations.append(.convolution(convolution))
      channels = convolution.outputs
    }
    return DrawnNetwork(operations: operations)
  }

  /// A small U: down to half the size, up again, added.
  static func withAddition(using random: inout SeededRandom) -> DrawnNetwork {
    let shapes = [
      Convolution(
        input: 0, outputs: 24, channels: 1, kernel: (3, 3), padding: (1, 1),
        relu: .random(using: &random)),
      Convolution(
        input: 1, outputs: 24, channels: 24, kernel: (3, 3), stride: (2, 2), padding: (1, 1),
        relu: .random(using: &random)),
      Convolution(input: 3, outputs: 5, channels: 24, kernel: (1, 1), relu: false),
    ].map { Operation.convolution($0.filled(using: &random)) }
    return DrawnNetwork(
      operations: [shapes[0], shapes[1], .addition(first: 1, second: 2), shapes[2]], softening: 8,
      multiple: (2, 2))
  }
}
