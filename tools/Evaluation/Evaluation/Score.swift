/// Counts over a group of pictures.
public struct Score: Sendable {
  /// A number that was asserted and should not have been.
  public struct WrongAccept: Sendable, Hashable {
    /// The picture's file.
    public var file: String
    /// The digits that were accepted.
    public var digits: String
    /// Whether the picture shows no IMEI that may be accepted.
    public var isNegative: Bool
  }

  /// Pictures in the group.
  public private(set) var pictures = 0
  /// Readable numbers with an agreeing check digit: what a reader should find.
  public private(set) var expected = 0
  /// Of those, accepted with the right digits.
  public private(set) var accepted = 0
  /// Of those, not accepted but offered for review with the right digits first.
  public private(set) var offered = 0
  /// Numbers offered for review that are not printed in the picture.
  public private(set) var offeredWrong = 0
  /// Readable pictures with an expected number that were called none or unreadable.
  public private(set) var dismissed = 0
  /// Files that must be refused and were not.
  public private(set) var notRefused: [String] = []
  /// Accepted and wrong.
  public private(set) var wrong: [WrongAccept] = []

  /// How often numbers of each confidence are printed in the picture.
  public private(set) var reliability = Reliability()

  /// An empty score.
  public init() {}

  /// Expected numbers that were neither accepted nor offered.
  public var missed: Int { expected - accepted - offered }

  /// Wrong accepts on pictures that show nothing to accept.
  public var wrongOnNegatives: Int { wrong.filter(\.isNegative).count }

  /// Counts one picture.
  public mutating func add(_ answer: Answer, to picture: Picture) {
    pictures += 1
    let accepted = Set(answer.accepted)
    let offered = Set(answer.offered)
    for digits in picture.expected {
      expected += 1
      if accepted.contains(digits) {
        self.accepted += 1
      } else if offered.contains(digits) {
        self.offered += 1
      }
    }
    offeredWrong += offered.subtracting(picture.imeis).count
    wrong += accepted.subtracting(picture.acceptable).sorted().map {
      WrongAccept(file: picture.file, digits: $0, isNegative: picture.acceptable.isEmpty)
    }
    for (digits, confidence) in answer.confidences {
      reliability.add(confidence, isRight: picture.imeis.contains(digits))
    }
    let isDismissed = answer.status.map { ["none", "unreadable", "refused"].contains($0) } ?? false
    if isDismissed, !picture.expected.isEmpty { dismissed += 1 }
    if picture.expectedStatus == "refused", answer.status != "refused" {
      notRefused.append(picture.file)
    }
  }

  /// Adds the counts of another group.
  public mutating func add(_ other: Score) {
    pictures += other.pictures
    expected += other.expected
    accepted += other.accepted
    offered += other.offered
    offeredWrong += other.offeredWrong
    dismissed += other.dismissed
    reliability.add(other.reliability)
    notRefused += other.notRefused
    wrong += other.wrong
  }
}
