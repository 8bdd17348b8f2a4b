internal import BlockList
internal import Foundation

/// The record of what left the machine: an append-only file, one JSON object a line.
///
/// Each question gets a line before it is sent (`"event":"asked"`) and one after (`"event":"answered"`,
/// same `id`). Every line is on the disk before the call that wrote it returns. A question without an
/// answer's line may have reached the register. Times are UTC.
public actor DisclosureLog {
  /// The `schema` of every line.
  public static let schema = "imeikit.disclosure/1"
  /// The file's name in the kit's folder.
  public static let fileName = "disclosures.jsonl"

  /// The path of the file.
  public nonisolated let path: String

  private let executor = QueueExecutor(label: "imeikit.register.disclosures")
  private let file: AppendOnlyFile
  private let user: String
  private let encoder: JSONEncoder

  /// Runs the actor's work on its own queue, since it waits for the disk.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// Opens the log at `path`; file and folders are made when they are missing, for the user alone.
  ///
  /// - Throws: ``EquipmentRegisterError`` `logUnwritable`.
  public init(path: String) throws(EquipmentRegisterError) {
    self.path = path
    file = try AppendOnlyFile(path: path)
    user = SystemUser.name
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// Notes a question that is about to be sent.
  ///
  /// - Returns: the `id` for ``noteOutcome(_:of:)``.
  func noteQuestion(
    _ question: RegisterQuestion, to server: RegisterAddress, purpose: DisclosurePurpose
  ) throws -> String {
    let id = UUID().uuidString.lowercased()
    try append(
      QuestionRecord(
        id: id, at: Self.now, user: user, purpose: purpose, server: server, question: question))
    return id
  }

  /// Notes what came of a question.
  func noteOutcome(_ answer: RegisterAnswer, of id: String) throws {
    try append(OutcomeRecord(id: id, at: Self.now, answer: answer))
  }

  private func append(_ record: some Encodable) throws {
    try file.append(Array(try encoder.encode(record)) + [UInt8(ascii: "\n")])
  }

  private static var now: String {
    Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
