internal import CSeccomp
internal import Glibc

/// A file descriptor closed with its owner.
final class OwnedDescriptor: Sendable {
  let number: CInt

  init(_ number: CInt) {
    self.number = number
  }

  deinit {
    close(number)
  }
}

/// The few system calls both ends of a worker's pipes need, restarted after signals.
enum DescriptorIO {
  enum ReadOutcome {
    case bytes([UInt8])
    case end
    case wouldBlock
    case failed(CInt)
  }

  static func read(_ descriptor: CInt, upTo count: Int) -> ReadOutcome {
    var code: CInt = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var result: Int
      repeat {
        result = Glibc.read(descriptor, buffer.baseAddress, count)
      } while result < 0 && errno == EINTR
      if result < 0 { code = errno }
      filled = max(0, result)
    }
    switch code {
    case 0: return bytes.isEmpty ? .end : .bytes(bytes)
    case EAGAIN: return .wouldBlock
    default: return .failed(code)
    }
  }

  /// Writes as much as the descriptor takes now.
  ///
  /// - Returns: the number of bytes written, or the error as a negative number.
  static func write(_ descriptor: CInt, _ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes { buffer in
      var result: Int
      repeat {
        result = Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      } while result < 0 && errno == EINTR
      return result < 0 ? -Int(errno) : result
    }
  }

  /// Writes everything on a blocking descriptor.
  ///
  /// - Returns: 0, or the error number.
  static func writeAll(_ descriptor: CInt, _ bytes: [UInt8]) -> CInt {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(descriptor, rest)
      if count < 0 { return CInt(-count) }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// A pipe whose two ends are closed on exec and lie above the three standard descriptors.
  static func makePipe() -> Result<(read: OwnedDescriptor, write: OwnedDescriptor), ErrnoFailure> {
    var ends: [CInt] = [-1, -1]
    guard imeikit_pipe(&ends, O_CLOEXEC) == 0 else { return .failure(ErrnoFailure(code: errno)) }
    var moved: [OwnedDescriptor] = []
    for end in ends.map({ OwnedDescriptor($0) }) {
      if end.number > STDERR_FILENO {
        moved.append(end)
      } else {
        let higher = fcntl(end.number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
        guard higher >= 0 else { return .failure(ErrnoFailure(code: errno)) }
        moved.append(OwnedDescriptor(higher))
      }
    }
    return .success((moved[0], moved[1]))
  }

  static func setNonBlocking(_ descriptor: CInt) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }
}

/// An error number of a system call.
struct ErrnoFailure: Error {
  let code: CInt

  var words: String {
    (strerror(code).map { String(cString: $0) } ?? "unknown") + " (error \(code))"
  }
}
