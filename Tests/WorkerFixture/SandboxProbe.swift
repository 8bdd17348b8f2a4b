import Dispatch
import Foundation
import Glibc
import Intake

/// Enters the sandbox and prints, one a line, what still works: `name ok` or `name ERRNO`.
enum SandboxProbe {
  static func run(level: Sandbox.Level) {
    let report = Sandbox(level: level).enter()
    say("level \(report.level.rawValue)")
    for note in report.notes { say("note \(note)") }
    tell("socket", socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0))
    tell("unix-socket", socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0))
    tell("read", open("/proc/self/status", O_RDONLY))
    tell("read-own", open("photo.jpg", O_RDONLY | O_NONBLOCK | O_CLOEXEC))
    tell("write", open("photo.jpg", O_WRONLY))
    tell("read-write", open("photo.jpg", O_RDWR))
    tell("create", open("new.jpg", O_RDONLY | O_CREAT, 0o600))
    tell("truncate", open("photo.jpg", O_RDONLY | O_TRUNC))
    tell("append", open("photo.jpg", O_WRONLY | O_APPEND))
    tell("unlink", unlink("photo.jpg"))
    tell("rename", rename("photo.jpg", "other.jpg"))
    tell("link", link("photo.jpg", "link.jpg"))
    tell("mkdir", mkdir("folder", 0o700))
    tell("chmod", chmod("photo.jpg", 0o600))
    tell("truncate-path", Glibc.truncate("photo.jpg", 0))
    tell("kill-parent", kill(getppid(), 0))
    tell("kill-self", kill(getpid(), 0))
    tell("exec", execute())
    tell("spawn", spawn())
    tell("fork", fork())
    tell("threads", threads())
    tell("dispatch", dispatch())
    tell("memory", allocate(megabytes: 512))
    tell("much-memory", allocate(megabytes: 5_000))
  }

  private static func tell(_ name: String, _ result: CInt) {
    let code = errno
    say("\(name) \(result >= 0 ? "ok" : String(code))")
  }

  private static func execute() -> CInt {
    var arguments: [UnsafeMutablePointer<CChar>?] = [nil]
    return execv("/nonexistent", &arguments)
  }

  private static func spawn() -> CInt {
    var pid: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    let code = posix_spawn(&pid, "/bin/true", nil, nil, &arguments, environ)
    errno = code
    return code == 0 ? 0 : -1
  }

  /// Swift hides `fork`; a worker that is taken over does not care.
  private static func fork() -> CInt {
    typealias Fork = @convention(c) () -> CInt
    guard let symbol = dlsym(nil, "fork") else { return 0 }
    let pid = unsafeBitCast(symbol, to: Fork.self)()
    if pid == 0 { _exit(0) }
    return pid
  }

  private static func threads() -> CInt {
    let done = DispatchSemaphore(value: 0)
    for _ in 0..<4 { Thread.detachNewThread { done.signal() } }
    for _ in 0..<4 where done.wait(timeout: .now() + 5) == .timedOut { return -1 }
    return 0
  }

  private static func dispatch() -> CInt {
    let sums = (0..<8).map { _ in UnsafeMutablePointer<Int>.allocate(capacity: 1) }
    nonisolated(unsafe) let cells = sums
    DispatchQueue.concurrentPerform(iterations: 8) { cells[$0].initialize(to: $0) }
    return sums.map(\.pointee).reduce(0, +) == 28 ? 0 : -1
  }

  private static func allocate(megabytes: Int) -> CInt {
    let size = megabytes << 20
    let block = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    if block == MAP_FAILED { return -1 }
    munmap(block, size)
    return 0
  }
}
