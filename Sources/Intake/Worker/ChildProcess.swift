internal import CSeccomp
internal import Glibc

/// One child process with pipes on its three standard streams; killed and reaped with its owner.
///
/// Spawned by `posix_spawn` with every other descriptor closed in the child, so that no child holds
/// a sibling's pipe open and the end of a stream is always seen; in its own process group, so that a
/// terminal's Ctrl-C reaches the parent alone; with default signal actions and an empty mask. The
/// kernel ends a child with the *thread* that spawned it (`PR_SET_PDEATHSIG`), so spawn it on a
/// thread that lives as long as the child.
final class ChildProcess {
  let pid: pid_t
  let output: OwnedDescriptor
  let errors: OwnedDescriptor
  private var input: OwnedDescriptor?
  private var exit: ChildExit?

  /// Starts `executable`; arguments do not include the name itself.
  init(
    executable: PhotoPath, arguments: [String], environment: [String: String]
  ) throws(ErrnoFailure) {
    let stdin = try DescriptorIO.makePipe().get()
    let stdout = try DescriptorIO.makePipe().get()
    let stderr = try DescriptorIO.makePipe().get()
    pid = try Self.spawn(
      executable: executable, arguments: arguments, environment: environment,
      streams: [stdin.read.number, stdout.write.number, stderr.write.number])
    input = stdin.write
    output = stdout.read
    errors = stderr.read
    for descriptor in [stdin.write.number, stdout.read.number, stderr.read.number] {
      DescriptorIO.setNonBlocking(descriptor)
    }
  }

  deinit {
    if exit == nil { _ = end(grace: .zero) }
  }

  /// The descriptor of the child's standard input; nil once closed.
  var inputNumber: CInt? { input?.number }

  /// Closes the child's standard input, which asks it to end.
  func closeInput() {
    input = nil
  }

  /// Waits up to `grace` for the child to end by itself, then kills it; reaps it in any case.
  func end(grace: Duration) -> ChildExit {
    if let exit { return exit }
    closeInput()
    let clock = SuspendingClock()
    let deadline = clock.now.advanced(by: grace)
    var status: CInt = 0
    var pause: UInt32 = 50
    while true {
      let result = waitpid(pid, &status, WNOHANG)
      if result == pid || (result < 0 && errno != EINTR) { break }
      if clock.now >= deadline {
        kill(pid, SIGKILL)
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        break
      }
      usleep(pause)
      pause = min(pause * 2, 5_000)
    }
    let ended = ChildExit(waitStatus: status)
    exit = ended
    return ended
  }

  private static func spawn(
    executable: PhotoPath, arguments: [String], environment: [String: String], streams: [CInt]
  ) throws(ErrnoFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, source) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, source, CInt(target))
    }
    imeikit_spawn_close_from(&actions, STDERR_FILENO + 1)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let words = [executable.bytes] + arguments.map { Array($0.utf8) }
    let variables = environment.sorted { $0.key < $1.key }.map { Array("\($0)=\($1)".utf8) }
    var pid: pid_t = 0
    let code = withCStringArray(words) { argv in
      withCStringArray(variables) { envp in
        executable.withCString { posix_spawn(&pid, $0, &actions, &attributes, argv, envp) }
      }
    }
    guard code == 0 else { throw ErrnoFailure(code: code) }
    return pid
  }

  private static func withCStringArray<Result>(
    _ strings: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { bytes in
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
      for (index, byte) in bytes.enumerated() { copy[index] = CChar(bitPattern: byte) }
      copy[bytes.count] = 0
      return copy
    }
    defer { copies.forEach { $0.deallocate() } }
    return body(copies + [nil])
  }
}
