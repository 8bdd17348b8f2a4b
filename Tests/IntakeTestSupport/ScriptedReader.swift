internal import Foundation
internal import Glibc
public import Intake

/// A `PhotoReading` that does what the file's text says: the double for everything around reading.
///
/// `slow 20`: waits as many milliseconds. `hang`: never answers. `segv`, `abort`, `exit 7`: ends the
/// process so. `print`: writes to standard output as native libraries do. `memory 100`: keeps as
/// many megabytes. `count`: says how many photos this reader has read. `blank`: gives no picture where one
/// is asked for. Anything else: answers at once.
public final class ScriptedReader: PhotoReading {
  private var kept: [[UInt8]] = []
  private var photosRead = 0

  /// Makes a reader.
  public init() {}

  /// A result that depends on path and bytes alone.
  public func read(_ photo: PhotoInput) -> PhotoResult {
    var words = String(decoding: photo.bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    // Where only pictures are let in, the words stand behind a picture's first bytes.
    if words.first == "GIF89a" { words.removeFirst() }
    photosRead += 1
    let number = words.dropFirst().first.flatMap { Int($0) } ?? 0
    switch words.first {
    case "slow": usleep(UInt32(number) * 1_000)
    case "hang": while true { sleep(1_000) }
    case "segv":
      signal(SIGSEGV, SIG_DFL)
      raise(SIGSEGV)
    case "abort":
      signal(SIGABRT, SIG_DFL)
      FileHandle.standardError.write(Data("scripted: abort\n".utf8))
      abort()
    case "exit": exit(CInt(number))
    case "print":
      Glibc.puts("noise of a native library")
      fflush(nil)
    case "memory": kept.append([UInt8](repeating: 1, count: number << 20))
    default: break
    }
    var result = PhotoResult.sample
    result.path = photo.path
    result.sha256 = photo.sha256
    result.width = photo.bytes.count
    if photo.previewSide != nil, words.first != "blank" {
      result.previewPNG = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    }
    if words.first == "count" { result.warnings = ["photo \(photosRead) of this worker"] }
    return result
  }
}
