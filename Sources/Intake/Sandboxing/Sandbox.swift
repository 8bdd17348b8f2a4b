internal import CSeccomp
internal import Glibc

/// What a worker gives up before it looks at the first photo.
///
/// Photos are hostile input to native decoders. A worker therefore limits its memory, gives up
/// gaining rights, and, where the kernel allows it, filters its system calls: no network, no other
/// program, no new process, no file opened for writing, removed or renamed. Reading files and
/// making threads go on working. Nothing given up comes back.
public struct Sandbox: Sendable {
  /// How far a worker is confined, as `doctor` reports it.
  public enum Level: String, Hashable, Sendable, Codable, CaseIterable {
    /// Not at all.
    case none
    /// Resource limits only; the kernel or container allows no system call filter.
    case limits
    /// Resource limits and a system call filter.
    case filtered
  }

  /// What ``enter()`` reached.
  public struct Report: Hashable, Sendable {
    /// The level reached.
    public let level: Level
    /// What could not be done and why, for `doctor`.
    public let notes: [String]
  }

  /// The most to aim for.
  public var level: Level
  /// Limit of the address space in bytes; nil leaves it alone, and so does a build with the
  /// address or thread sanitizer, whose shadow memory fits no limit.
  ///
  /// The default, 4 GiB, holds a photo of 100 megapixels: four bytes a pixel in the decoder and once
  /// more while it is turned (0.8 GB), three grey copies (0.3 GB), and about 1 GB that libraries,
  /// thread stacks and allocator arenas reserve without using.
  public var addressSpaceBytes: UInt64?
  /// Limit of open files.
  public var openFiles: UInt64

  /// A sandbox with these limits.
  public init(
    level: Level = .filtered, addressSpaceBytes: UInt64? = 4 << 30, openFiles: UInt64 = 256
  ) {
    self.level = level
    self.addressSpaceBytes = addressSpaceBytes
    self.openFiles = openFiles
  }

  /// Confines this process and all its threads, as far as the system allows; never fails.
  ///
  /// - Parameter output: the descriptor results go to. When it is a regular file, the limit on file
  ///   size stays off, as it would cut the results.
  @discardableResult
  public func enter(output: Int32 = 1) -> Report {
    if level == .none { return Report(level: .none, notes: []) }
    var notes: [String] = []
    // Beyond the file size limit a write is to fail, not to kill: stderr may be a file.
    signal(SIGXFSZ, SIG_IGN)
    notes += limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), to: 0, "core size")
    if !Self.isRegularFile(output) {
      notes += limit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), to: 0, "file size")
    }
    notes += limit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), to: openFiles, "open files")
    if addressSpaceBytes != nil, Self.isSanitized {
      notes.append("limit of address space: left alone, this build has a sanitizer")
    } else if let addressSpaceBytes {
      notes += limit(
        __rlimit_resource_t(RLIMIT_AS.rawValue), to: addressSpaceBytes, "address space")
    }
    _ = imeikit_set_dumpable(0)
    let code = imeikit_set_no_new_privileges()
    if code != 0 { notes.append("no_new_privs: \(ErrnoFailure(code: code).words)") }
    if level == .limits { return Report(level: .limits, notes: notes) }
    do throws(ErrnoFailure) {
      try SystemCallFilter.load()
      return Report(level: .filtered, notes: notes)
    } catch {
      return Report(level: .limits, notes: notes + ["system call filter: \(error.words)"])
    }
  }

  /// Lowers one limit, never raising it above what the process was given.
  private func limit(
    _ resource: __rlimit_resource_t, to value: UInt64, _ name: String
  ) -> [String] {
    var current = rlimit()
    guard getrlimit(resource, &current) == 0 else { return ["limit of \(name): cannot be asked"] }
    let lowered = min(rlim_t(value), current.rlim_max)
    var wanted = rlimit(rlim_cur: lowered, rlim_max: lowered)
    guard setrlimit(resource, &wanted) == 0 else {
      return ["limit of \(name): \(ErrnoFailure(code: errno).words)"]
    }
    return []
  }

  private static var isSanitized: Bool {
    dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil
  }

  private static func isRegularFile(_ descriptor: CInt) -> Bool {
    var status = Glibc.stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
