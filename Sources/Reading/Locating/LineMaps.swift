import Foundation

/// What the locator's network says of a picture, a cell for every four pixels.
struct LineMaps: Sendable {
  /// Pixels of the network's picture in a cell's side.
  static let stride = 4.0
  /// Digit height, in pixels of the network's picture, whose logarithm is zero.
  static let unitHeight = 8.0

  /// Which probability is meant.
  enum Kind: Int, Sendable {
    /// Any line of text.
    case text = 0
    /// A run of ten or more digits.
    case digits = 1
  }

  /// Cells across.
  let width: Int
  /// Cells down.
  let height: Int
  private let values: [Float]
  private let maps: Int

  /// Takes over the network's maps: rows of cells of `maps` values.
  init(width: Int, height: Int, maps: Int, values: [Float]) {
    precondition(values.count == width * height * maps && maps >= 5)
    self.width = width
    self.height = height
    self.maps = maps
    self.values = values
  }

  /// The logit of a kind at a cell.
  func logit(_ kind: Kind, _ cell: Int) -> Float { values[cell * maps + kind.rawValue] }

  /// The probability of a kind at a cell.
  func probability(_ kind: Kind, _ cell: Int) -> Double {
    1 / (1 + exp(-Double(logit(kind, cell))))
  }

  /// log2 of the digit height at a cell, in units of `unitHeight`.
  func logHeight(_ cell: Int) -> Double { Double(values[cell * maps + 2]) }

  /// Cosine and sine of twice the line's angle at a cell.
  func doubledAngle(_ cell: Int) -> (cosine: Double, sine: Double) {
    (Double(values[cell * maps + 3]), Double(values[cell * maps + 4]))
  }

  /// Connected cells (eight neighbours) whose probability of a kind exceeds a threshold.
  ///
  /// - Returns: the cells of each component, from the top of the picture downwards.
  func components(of kind: Kind, above threshold: Double) -> [[Int]] {
    let least = Float(log(threshold / (1 - threshold)))
    var open = [Bool](repeating: false, count: width * height)
    for cell in open.indices { open[cell] = logit(kind, cell) > least }
    var components: [[Int]] = []
    var waiting: [Int] = []
    for start in open.indices where open[start] {
      open[start] = false
      waiting.append(start)
      var component: [Int] = []
      while let cell = waiting.popLast() {
        component.append(cell)
        let (row, column) = cell.quotientAndRemainder(dividingBy: width)
        for y in max(0, row - 1)...min(height - 1, row + 1) {
          for x in max(0, column - 1)...min(width - 1, column + 1) where open[y * width + x] {
            open[y * width + x] = false
            waiting.append(y * width + x)
          }
        }
      }
      components.append(component)
    }
    return components
  }
}
