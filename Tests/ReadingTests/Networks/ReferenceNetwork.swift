import Imaging

/// What a network must give, computed in the plainest way.
struct ReferenceNetwork {
  struct Tensor {
    var width: Int
    var height: Int
    var channels: Int
    var values: [Int]

    /// A value, zero outside.
    func at(_ x: Int, _ y: Int, _ channel: Int) -> Int {
      guard x >= 0, x < width, y >= 0, y < height else { return 0 }
      return values[(y * width + x) * channels + channel]
    }
  }

  let network: DrawnNetwork

  /// The maps of a picture, [row][column][map]; nil if it is too small.
  func run(_ image: GrayImage) -> [Float]? {
    var tensors = [input(image)]
    for operation in network.operations.dropLast() {
      switch operation {
      case .addition(let first, let second): tensors.append(sum(tensors[first], tensors[second]))
      case .convolution(let convolution):
        let sums = sums(convolution, tensors[convolution.input]) { sum, multiplier in
          Int((Float(sum) * multiplier).rounded(.toNearestOrEven).clamped(to: -32768...32767))
        }
        guard let sums else { return nil }
        tensors.append(
          Tensor(
            width: sums.width, height: sums.height, channels: convolution.outputs,
            values: sums.values))
      }
    }
    guard case .convolution(let last)? = network.operations.last else { return nil }
    return sums(last, tensors[last.input]) { Float($0) * $1 }?.values
  }

  private func input(_ image: GrayImage) -> Tensor {
    let count = Double(image.pixels.count)
    let mean = Double(image.pixels.reduce(0) { $0 + Int($1) }) / count
    let squares = Double(image.pixels.reduce(0) { $0 + Int($1) * Int($1) }) / count
    let spread = max(0, squares - mean * mean).squareRoot() + Double(network.softening)
    let width = (image.width + network.multiple.x - 1) / network.multiple.x * network.multiple.x
    let height = (image.height + network.multiple.y - 1) / network.multiple.y * network.multiple.y
    var tensor = Tensor(
      width: width, height: height, channels: 1, values: Array(repeating: 0, count: width * height))
    for y in 0..<image.height {
      for x in 0..<image.width {
        let value = ((Double(image[x, y]) - mean) / spread * 2048 + 0.5).rounded(.down)
        tensor.values[y * width + x] = Int(value.clamped(to: -32767...32767))
      }
    }
    return tensor
  }

  private func sum(_ a: Tensor, _ b: Tensor) -> Tensor {
    var sum = a
    for index in sum.values.indices {
      let (place, channel) = index.quotientAndRemainder(dividingBy: a.channels)
      let (y, x) = place.quotientAndRemainder(dividingBy: a.width)
      sum.values[index] = (a.values[index] + b.at(x / 2, y / 2, channel)).clamped(
        to: -32768...32767)
    }
    return sum
  }

  private func sums<Value>(
    _ convolution: DrawnNetwork.Convolution, _ input: Tensor, scale: (Int, Float) -> Value
  ) -> (width: Int, height: Int, values: [Value])? {
    let (kernel, padding, stride) = (convolution.kernel, convolution.padding, convolution.stride)
    let roomX = input.width + 2 * padding.x - (kernel.width - 1) * convolution.dilation - 1
    let roomY = input.height + 2 * padding.y - kernel.height
    guard roomX >= 0, roomY >= 0 else { return nil }
    let (width, height) = (roomX / stride.x + 1, roomY / stride.y + 1)
    var values: [Value] = []
    for y in 0..<height {
      for x in 0..<width {
        for output in 0..<convolution.outputs {
          var sum = Int(convolution.bias[output])
          var tap = output * convolution.taps
          for row in 0..<kernel.height {
            for column in 0..<kernel.width {
              let fromX = x * stride.x - padding.x + column * convolution.dilation
              let fromY = y * stride.y - padding.y + row
              for channel in 0..<convolution.channels {
                sum += input.at(fromX, fromY, channel) * Int(convolution.weights[tap])
                tap += 1
              }
            }
          }
          if convolution.relu { sum = max(0, sum) }
          values.append(scale(sum, convolution.multipliers[output]))
        }
      }
    }
    return (width, height, values)
  }
}

extension Comparable {
  fileprivate func clamped(to range: ClosedRange<Self>) -> Self {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
