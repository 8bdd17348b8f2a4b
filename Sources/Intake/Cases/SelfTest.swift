internal import CAssets
public import CaseFile
internal import Foundation

/// Reads pictures whose answers are known, so that a run's record says whether the kit read as it should on
/// this machine before it and after it.
public struct SelfTest: Sendable {
  /// One picture with what has to come out.
  private struct Item {
    let name: String
    let bytes: [UInt8]
    let expected: String
  }

  /// What came of one picture.
  public struct Outcome: Sendable, Hashable {
    /// The picture's name.
    public let name: String
    /// What had to come out: status and number.
    public let expected: String
    /// What came out.
    public let found: String
    /// Whether they are the same.
    public var passed: Bool { expected == found }
  }

  private let pool: WorkerPool

  /// A self-test by the workers that read the photos.
  public init(pool: WorkerPool) {
    self.pool = pool
  }

  /// Reads the pictures.
  ///
  /// - Throws: ``IntakeError`` when no worker can be started, or no picture can be put where one can read it.
  public func run() async throws -> [Outcome] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "imeikit-self-test-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Self.unwritable(folder, error)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let tickets = try Self.items.map { item in
      let file = folder.appending(path: item.name)
      do { try Data(item.bytes).write(to: file) } catch { throw Self.unwritable(folder, error) }
      return (item, pool.submit(PhotoPath(file.path), isSingle: true))
    }
    var outcomes: [Outcome] = []
    for (item, ticket) in tickets {
      let found = Self.text(of: try await ticket.value())
      outcomes.append(Outcome(name: item.name, expected: item.expected, found: found))
    }
    return outcomes
  }

  private static func text(of result: PhotoResult) -> String {
    ([result.status.rawValue] + result.readings.map(\.imei)).joined(separator: " ")
  }

  /// The pictures, drawn by `tools/testimages`, and what has to come out; a change to the reader that changes
  /// one is caught by a test.
  private static var items: [Item] {
    func bytes(_ get: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> [UInt8] {
      var size = 0
      return Array(UnsafeBufferPointer(start: get(&size), count: size))
    }
    return [
      Item(
        name: "lock-screen.jpg", bytes: bytes(cassets_accepted_picture),
        expected: "accepted 917158605578291"),
      Item(
        name: "check-digit-differs.jpg", bytes: bytes(cassets_review_picture),
        expected: "review 868545707582444"),
      Item(name: "no-imei.jpg", bytes: bytes(cassets_other_picture), expected: "none"),
    ]
  }

  private static func unwritable(_ folder: URL, _ error: any Error) -> IntakeError {
    IntakeError(
      code: .inputOutput, message: "The self-test's pictures cannot be written to \(folder.path).",
      cure: "Make room there, or name another folder in TMPDIR.", detail: "\(error)")
  }
}

extension [SelfTest.Outcome] {
  /// The event that records them.
  ///
  /// - Parameter moment: `before` or `after` the run.
  public func entry(moment: String, run: RunID?, person: String) -> AuditEntry {
    AuditEntry(
      act: .session, kind: "selftest.\(moment)", person: person,
      subject: run.map { "run:\($0.text)" },
      details: [
        "passed": .boolean(allSatisfy(\.passed)),
        "pictures": .list(
          map {
            .object([
              "name": .text($0.name), "passed": .boolean($0.passed), "found": .text($0.found),
              "expected": .text($0.expected),
            ])
          }),
      ])
  }

  /// A sentence on what failed; nil when nothing did.
  public var failure: String? {
    let failed = filter { !$0.passed }
    guard !failed.isEmpty else { return nil }
    return "The self-test failed: "
      + failed.map { "\($0.name) gave “\($0.found)” in place of “\($0.expected)”" }
      .joined(separator: "; ") + "."
  }
}
