import Foundation
import Testing

@testable import Reading

@Suite("CTCLattice")
struct CTCLatticeTests {
  /// Logits of frames given as probabilities.
  private func lattice(_ frames: [[Double]]) -> CTCLattice {
    CTCLattice(
      frames: frames.count, classes: frames[0].count,
      logits: frames.flatMap { $0.map { Float(log(max($0, 1e-12))) } })
  }

  /// The probability of a text by adding up every path, for comparison.
  private func enumerated(_ frames: [[Double]], _ wanted: [Int], separators: Set<Int>) -> Double {
    var total = 0.0
    func walk(_ frame: Int, _ path: [Int], _ probability: Double) {
      if frame == frames.count {
        let merged = path.map { separators.contains($0) ? 0 : $0 }
        var text: [Int] = []
        for (index, symbol) in merged.enumerated()
        where symbol != 0 && (index == 0 || merged[index - 1] != symbol) {
          text.append(symbol)
        }
        if text == wanted { total += probability }
        return
      }
      for symbol in frames[frame].indices {
        walk(frame + 1, path + [symbol], probability * frames[frame][symbol])
      }
    }
    walk(0, [], 1)
    return total
  }

  private let frames: [[Double]] = [
    [0.1, 0.7, 0.1, 0.1], [0.5, 0.3, 0.1, 0.1], [0.2, 0.1, 0.6, 0.1], [0.3, 0.1, 0.2, 0.4],
    [0.1, 0.2, 0.6, 0.1],
  ]

  @Test(arguments: [[1], [1, 2], [1, 1], [2, 2], [1, 2, 2], [2, 1], [1, 2, 1, 2]])
  func thePosteriorIsTheSumOverAllPaths(digits: [Int]) {
    let lattice = lattice(frames)
    let exact = enumerated(frames, digits, separators: [])
    #expect(abs(lattice.posterior(of: digits, in: 0..<5, separators: []) - exact) < 1e-6)
  }

  @Test(arguments: [[1], [1, 2], [2, 2], [1, 2, 2]])
  func separatorsCountAsNothing(digits: [Int]) {
    let lattice = lattice(frames)
    let exact = enumerated(frames, digits, separators: [3])
    #expect(abs(lattice.posterior(of: digits, in: 0..<5, separators: [3]) - exact) < 1e-6)
  }

  @Test func aNumberLongerThanItsFramesIsImpossible() {
    #expect(lattice(frames).posterior(of: [1, 2, 1], in: 0..<2, separators: []) == 0)
    #expect(lattice(frames).posterior(of: [], in: 0..<5, separators: []) == 0)
  }

  @Test func theBestPathJoinsRepetitionsAndLeavesBlanksOut() {
    let path = lattice([
      [0.1, 0.9, 0], [0.1, 0.8, 0.1], [0.9, 0.1, 0], [0.2, 0.7, 0.1], [0.1, 0.1, 0.8],
    ]).bestPath()
    #expect(path.tokens.map(\.class) == [1, 1, 2])
    #expect(path.tokens.map(\.frames) == [0..<2, 3..<4, 4..<5])
    #expect(abs((path.tokens.first?.confidence ?? 0) - 0.9) < 1e-6)
  }
}
