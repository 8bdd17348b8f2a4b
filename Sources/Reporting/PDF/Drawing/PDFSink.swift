/// Takes what Cairo writes and keeps the first failure: C has no errors to throw.
final class PDFSink {
  private let file: StagedFile
  private var isOpen = true
  private(set) var failure: ReportingError?

  init(_ file: StagedFile) { self.file = file }

  /// Whether the bytes were taken.
  func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isOpen, failure == nil else { return false }
    do throws(ReportingError) {
      try file.append(bytes)
      return true
    } catch {
      failure = error
      return false
    }
  }

  /// Takes nothing any more: the file is given up.
  func close() { isOpen = false }
}
