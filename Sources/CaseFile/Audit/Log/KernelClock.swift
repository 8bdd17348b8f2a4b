internal import Glibc

/// What the kernel says of its clock: whether something such as NTP or GPS keeps it in step.
///
/// Asked by `adjtimex(2)`, which Glibc's module for Swift does not have; it is found by name. The
/// fields are read where the structure has them on every 64-bit Linux.
enum KernelClock {
  private typealias Adjust = @convention(c) (UnsafeMutableRawPointer) -> CInt

  private static let adjust: Adjust? = dlsym(nil, "adjtimex").map {
    unsafeBitCast($0, to: Adjust.self)
  }
  private static let size = 208
  private static let maximumErrorOffset = 24
  private static let statusOffset = 40
  private static let unsynchronised: CInt = 0x40
  private static let clockError: CInt = 5

  /// One clause for the log.
  static var words: String {
    guard let adjust, MemoryLayout<Int>.size == 8 else {
      return words(state: -1, status: 0, error: 0)
    }
    // Longs, for the alignment; mode 0 asks and sets nothing.
    var buffer = [Int](repeating: 0, count: size / 8)
    return buffer.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return words(state: -1, status: 0, error: 0) }
      let state = adjust(start)
      return words(
        state: state, status: bytes.load(fromByteOffset: statusOffset, as: CInt.self),
        error: bytes.load(fromByteOffset: maximumErrorOffset, as: Int.self))
    }
  }

  /// - Parameters:
  ///   - state: what `adjtimex` returned.
  ///   - status: its status bits.
  ///   - error: the most that the clock may be wrong by, in microseconds, as the kernel reckons.
  static func words(state: CInt, status: CInt, error: Int) -> String {
    guard state >= 0 else { return "system clock, not known whether synchronised" }
    guard state != clockError, status & unsynchronised == 0 else {
      return "system clock, not synchronised"
    }
    return "system clock, synchronised, at most \(error / 1000 + 1) ms off"
  }
}
