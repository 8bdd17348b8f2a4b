internal import Imaging
internal import Intake

/// Receives one file: looks at its first bytes, writes it as it comes, and stops writing what is refused.
struct UploadReceiver {
  /// What became of a file.
  enum Received {
    /// Its bytes are on the disk.
    case kept(DraftedOriginal)
    /// It is not taken.
    case refused(UploadRefusal)
  }

  /// How many bytes are handed to the disk at a time: few enough that 256 senders take little memory.
  private static let piece = 131_072

  private let draft: UploadDraft
  private let maximumBytes: Int
  private var pending: [UInt8] = []
  private var isRecognised = false
  private var refusal: UploadRefusal?
  /// Bytes received, refused ones among them.
  private(set) var size = 0

  init(_ draft: UploadDraft, maximumBytes: Int) {
    self.draft = draft
    self.maximumBytes = maximumBytes
  }

  /// Takes bytes.
  ///
  /// - Throws: `IntakeError` of code `diskFull` or `inputOutput`.
  mutating func append(_ bytes: some Collection<UInt8>) async throws {
    size += bytes.count
    guard refusal == nil else { return }
    guard size <= maximumBytes else {
      return await refuse(.tooLarge(maximumBytes: maximumBytes))
    }
    pending.append(contentsOf: bytes)
    if !isRecognised, pending.count >= ImageFormat.beginningLength { await recognise() }
    if isRecognised, pending.count >= Self.piece { try await flush() }
  }

  /// Says that the file is whole.
  ///
  /// - Throws: `IntakeError` of code `diskFull` or `inputOutput`.
  mutating func finish() async throws -> Received {
    if !isRecognised, refusal == nil { await recognise() }
    if let refusal { return .refused(refusal) }
    try await flush()
    return .kept(try await draft.finish())
  }

  /// Takes away what was written.
  func discard() async {
    await draft.discard()
  }

  private mutating func recognise() async {
    do throws(ImagingError) {
      _ = try ImageFormat(ofFileBeginning: pending)
      isRecognised = true
    } catch {
      await refuse(UploadRefusal(reason: error.message, cure: error.cure))
    }
  }

  private mutating func refuse(_ refusal: UploadRefusal) async {
    self.refusal = refusal
    pending = []
    await draft.discard()
  }

  private mutating func flush() async throws {
    guard !pending.isEmpty else { return }
    let bytes = pending
    pending = []
    try await draft.write(bytes)
  }
}
