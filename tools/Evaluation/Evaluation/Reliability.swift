/// How often numbers are right, by the confidence that was given to them.
public struct Reliability: Sendable, Hashable {
  /// Numbers whose confidence lies in one interval.
  public struct Bin: Sendable, Hashable {
    /// From this confidence on.
    public var from: Double
    /// Below this one; the last bin includes 1.
    public var to: Double
    /// How many numbers.
    public var count = 0
    /// How many of them are printed in their picture.
    public var right = 0
    /// The sum of their confidences.
    public var confidences = 0.0
  }

  /// The intervals, finer where decisions are made.
  public private(set) var bins: [Bin]

  /// No numbers.
  public init() {
    let edges = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 0.999, 1]
    bins = zip(edges, edges.dropFirst()).map { Bin(from: $0, to: $1) }
  }

  /// Counts one number.
  ///
  /// - Parameters:
  ///   - confidence: 0–1.
  ///   - isRight: whether it is printed.
  public mutating func add(_ confidence: Double, isRight: Bool) {
    guard let index = bins.lastIndex(where: { $0.from <= confidence }) else { return }
    bins[index].count += 1
    bins[index].right += isRight ? 1 : 0
    bins[index].confidences += confidence
  }

  /// Adds the counts of another group.
  public mutating func add(_ other: Reliability) {
    for index in bins.indices {
      bins[index].count += other.bins[index].count
      bins[index].right += other.bins[index].right
      bins[index].confidences += other.bins[index].confidences
    }
  }
}
