internal import Glibc

/// A file on its way into an ``OriginalStore``, while its bytes arrive: for its owner alone, under a name that
/// nobody else has a say in, hashed as it is written.
///
/// Used from one thread at a time. A draft that is let go of before ``finish()`` is gone.
public final class OriginalDraft {
  private let drafts: OriginalDrafts
  private let name: String
  private var output: OwnedDescriptor?
  private var digest = PhotoDigest()
  /// Bytes written.
  public private(set) var size = 0

  init(drafts: OriginalDrafts, name: String, output: OwnedDescriptor) {
    self.drafts = drafts
    self.name = name
    self.output = output
  }

  deinit {
    if output != nil { drafts.remove(name) }
  }

  /// Adds bytes.
  ///
  /// - Throws: ``IntakeError`` of code `diskFull` or `inputOutput`.
  public func write(_ bytes: [UInt8]) throws(IntakeError) {
    guard let output else { return }
    digest.update(bytes)
    let code = DescriptorIO.writeAll(output.number, bytes)
    guard code == 0 else { throw OriginalStore.failed("A photo cannot be written", code) }
    size += bytes.count
  }

  /// Makes the bytes lasting; nothing can be added then.
  ///
  /// - Throws: ``IntakeError`` of code `diskFull` or `inputOutput`.
  public func finish() throws(IntakeError) -> DraftedOriginal {
    guard let output, fchmod(output.number, 0o400) == 0, fsync(output.number) == 0 else {
      throw OriginalStore.failed("A photo could not be made lasting", errno)
    }
    // Hundreds of drafts may wait for the end of one request; none keeps a descriptor.
    self.output = nil
    return DraftedOriginal(drafts: drafts, name: name, sha256: digest.finish(), size: size)
  }
}

/// A whole file beside an ``OriginalStore``, to be adopted by it; gone from there when nobody holds it any more.
public final class DraftedOriginal: Sendable {
  let drafts: OriginalDrafts
  let name: String
  /// SHA-256 of its bytes, 64 small hexadecimal digits.
  public let sha256: String
  /// Bytes.
  public let size: Int

  init(drafts: OriginalDrafts, name: String, sha256: String, size: Int) {
    self.drafts = drafts
    self.name = name
    self.sha256 = sha256
    self.size = size
  }

  deinit {
    drafts.remove(name)
  }
}
