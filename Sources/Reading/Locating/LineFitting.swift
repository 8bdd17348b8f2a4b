import Foundation
import Imaging

/// Turns the cells of one component of a map into lines.
struct LineFitting {
  private let maps: LineMaps
  private let kind: LineMaps.Kind

  /// Fits lines of a kind to components of a map.
  init(_ maps: LineMaps, _ kind: LineMaps.Kind) {
    self.maps = maps
    self.kind = kind
  }

  /// A cell with its place in the network's picture.
  private struct Cell {
    var x: Double
    var y: Double
    var weight: Double
    var logHeight: Double
  }

  /// The lines of a component: one, or several when lines one above the other have run together.
  ///
  /// - Returns: lines in pixels of the network's picture.
  func lines(of component: [Int]) -> [LocatedLine] {
    guard component.count >= 5 else { return [] }
    var cosine = 0.0
    var sine = 0.0
    let cells = component.map { index in
      let weight = maps.probability(kind, index)
      let doubled = maps.doubledAngle(index)
      cosine += doubled.cosine * weight
      sine += doubled.sine * weight
      return Cell(
        x: (Double(index % maps.width) + 0.5) * LineMaps.stride,
        y: (Double(index / maps.width) + 0.5) * LineMaps.stride,
        weight: weight, logHeight: maps.logHeight(index))
    }
    let angle = atan2(sine, cosine) / 2
    let axis = Axis(cells, angle: angle)
    let across = cells.map(axis.across)
    let height = Self.height(of: cells)
    guard Self.spread(across) > 0.42 * max(height, 6), cells.count > 20 else {
      return [line(cells, angle: angle)]
    }
    return Self.separated(cells, across: across).filter { $0.count >= 5 }
      .map { line($0, angle: axis.angle) }
  }

  private func line(_ cells: [Cell], angle: Double) -> LocatedLine {
    let axis = Axis(cells, angle: angle)
    let along = cells.map(axis.along).sorted()
    let low = along[along.count / 100]
    let high = along[along.count - 1 - along.count / 100]
    let middle = (low + high) / 2
    let weight = cells.reduce(0) { $0 + $1.weight } / Double(cells.count)
    return LocatedLine(
      center: PixelPoint(
        x: axis.center.x + middle * cos(axis.angle), y: axis.center.y + middle * sin(axis.angle)),
      angle: axis.angle, length: high - low + LineMaps.stride, height: Self.height(of: cells),
      score: weight)
  }

  /// The direction of cells: what the network says, corrected by where they lie when that is clear.
  private struct Axis {
    var center: PixelPoint
    var angle: Double

    init(_ cells: [Cell], angle: Double) {
      let total = cells.reduce(0) { $0 + $1.weight }
      let x = cells.reduce(0) { $0 + $1.x * $1.weight } / total
      let y = cells.reduce(0) { $0 + $1.y * $1.weight } / total
      center = PixelPoint(x: x, y: y)
      self.angle = angle
      var (xx, xy, yy) = (0.0, 0.0, 0.0)
      for cell in cells {
        xx += (cell.x - x) * (cell.x - x) * cell.weight
        xy += (cell.x - x) * (cell.y - y) * cell.weight
        yy += (cell.y - y) * (cell.y - y) * cell.weight
      }
      let root = (((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy).squareRoot()
      let (large, small) = ((xx + yy) / 2 + root, (xx + yy) / 2 - root)
      guard large > 9 * small else { return }
      let own = atan2(2 * xy, xx - yy) / 2
      let turn = remainder(own - angle, .pi)
      if abs(turn) < 0.35 { self.angle = angle + turn }
    }

    func along(_ cell: Cell) -> Double {
      (cell.x - center.x) * cos(angle) + (cell.y - center.y) * sin(angle)
    }

    func across(_ cell: Cell) -> Double {
      (cell.y - center.y) * cos(angle) - (cell.x - center.x) * sin(angle)
    }
  }

  private static func height(of cells: [Cell]) -> Double {
    let sorted = cells.map(\.logHeight).sorted()
    return LineMaps.unitHeight * exp2(min(max(sorted[sorted.count / 2], -2), 5))
  }

  private static func spread(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (square / Double(values.count)).squareRoot()
  }

  /// Cuts cells at the valleys between the ridges of their distribution across the line.
  private static func separated(_ cells: [Cell], across: [Double]) -> [[Cell]] {
    guard let low = across.min(), let high = across.max(), high > low else { return [cells] }
    let bins = max(3, Int((high - low) / 2))
    let width = (high - low) / Double(bins)
    var histogram = [Double](repeating: 0, count: bins)
    for (cell, place) in zip(cells, across) {
      histogram[min(bins - 1, Int((place - low) / width))] += cell.weight
    }
    let smooth = histogram.indices.map { bin in
      histogram[bin] / 2 + (bin > 0 ? histogram[bin - 1] / 4 : 0)
        + (bin + 1 < bins ? histogram[bin + 1] / 4 : 0)
    }
    let highest = smooth.max() ?? 0
    let ridges = smooth.indices.filter { bin in
      smooth[bin] > 0.3 * highest
        && smooth[bin] >= smooth[max(0, bin - 1)] && smooth[bin] >= smooth[min(bins - 1, bin + 1)]
    }
    guard ridges.count > 1 else { return [cells] }
    let cuts = zip(ridges, ridges.dropFirst()).map { first, second in
      (first...second).min { smooth[$0] < smooth[$1] } ?? first
    }
    var parts = [[Cell]](repeating: [], count: cuts.count + 1)
    for (cell, place) in zip(cells, across) {
      let bin = min(bins - 1, Int((place - low) / width))
      parts[cuts.count { bin >= $0 }].append(cell)
    }
    return parts
  }
}
