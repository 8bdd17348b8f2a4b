import Foundation

/// The recogniser network's answer to one strip: a probability of every class in every frame.
///
/// Class 0 is the blank of connectionist temporal classification (Graves et al., 2006); the others
/// are the characters of the alphabet.
struct CTCLattice: Sendable {
  /// Frames, from left to right.
  let frames: Int
  /// Classes, the blank included.
  let classes: Int
  /// Frame after frame, probabilities that sum to one.
  private let probabilities: [Double]

  /// Makes a lattice of logits, frame after frame.
  init(frames: Int, classes: Int, logits: some Collection<Float>) {
    self.frames = frames
    self.classes = classes
    var probabilities = logits.map(Double.init)
    precondition(probabilities.count == frames * classes)
    for frame in 0..<frames {
      let range = frame * classes..<(frame + 1) * classes
      let highest = probabilities[range].max() ?? 0
      var sum = 0.0
      for index in range {
        probabilities[index] = exp(probabilities[index] - highest)
        sum += probabilities[index]
      }
      for index in range { probabilities[index] /= sum }
    }
    self.probabilities = probabilities
  }

  /// The probability of a class in a frame.
  subscript(frame: Int, class: Int) -> Double { probabilities[frame * classes + `class`] }

  /// One character of the best path.
  struct Token: Hashable, Sendable {
    /// Its class, never the blank.
    var `class`: Int
    /// The frames in which it is the likeliest.
    var frames: Range<Int>
    /// Its highest probability.
    var confidence: Double
  }

  /// The likeliest class in every frame, repetitions joined, blanks left out.
  func bestPath() -> (tokens: [Token], logProbability: Double) {
    var tokens: [Token] = []
    var total = 0.0
    var before = 0
    for frame in 0..<frames {
      var best = 0
      var highest = -1.0
      for candidate in 0..<classes where self[frame, candidate] > highest {
        highest = self[frame, candidate]
        best = candidate
      }
      total += log(highest)
      if best != 0 {
        if best == before {
          let last = tokens.count - 1
          tokens[last].frames = tokens[last].frames.lowerBound..<frame + 1
          tokens[last].confidence = max(tokens[last].confidence, highest)
        } else {
          tokens.append(Token(class: best, frames: frame..<frame + 1, confidence: highest))
        }
      }
      before = best
    }
    return (tokens, total)
  }

  /// The probability that some frames read as exactly these digits.
  ///
  /// What may stand between digits (spaces, hyphens, slashes, full stops) counts as nothing, so
  /// that doubt about a separator is no doubt about the digits. Any letter counts against them.
  ///
  /// - Parameters:
  ///   - digits: classes in order.
  ///   - range: the frames of the number and of nothing else.
  ///   - separators: classes that may stand between digits.
  func posterior(of digits: [Int], in range: Range<Int>, separators: [Int]) -> Double {
    guard !digits.isEmpty, range.count >= digits.count else { return 0 }
    // States: blank, digit, blank, digit, … blank.
    let states = 2 * digits.count + 1
    var forward = [Double](repeating: 0, count: states)
    var logScale = 0.0
    for (index, frame) in range.enumerated() {
      let nothing = separators.reduce(self[frame, 0]) { $0 + self[frame, $1] }
      if index == 0 {
        forward[0] = nothing
        forward[1] = self[frame, digits[0]]
      } else {
        for state in stride(from: states - 1, through: 0, by: -1) {
          var sum = forward[state]
          if state > 0 { sum += forward[state - 1] }
          if state.isMultiple(of: 2) {
            forward[state] = sum * nothing
          } else {
            let digit = digits[state / 2]
            if state > 2, digits[state / 2 - 1] != digit { sum += forward[state - 2] }
            forward[state] = sum * self[frame, digit]
          }
        }
      }
      let total = forward.reduce(0, +)
      guard total > 0 else { return 0 }
      for state in forward.indices { forward[state] /= total }
      logScale += log(total)
    }
    return min(1, exp(logScale) * (forward[states - 1] + forward[states - 2]))
  }
}
