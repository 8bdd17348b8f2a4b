internal import Glibc

/// How a child process ended, in words for people.
enum ChildExit: Equatable {
  case status(CInt)
  case signal(CInt)

  /// From the status word of `waitpid`.
  init(waitStatus: CInt) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .status((waitStatus >> 8) & 0xFF) : .signal(signal)
  }

  /// Continues “the worker …”.
  var words: String {
    switch self {
    case .status(let status): "ended with exit status \(status)"
    case .signal(let number):
      Self.names[number].map { "was ended by signal \(number) (\($0))" }
        ?? "was ended by signal \(number)"
    }
  }

  private static let names: [CInt: String] = [
    SIGHUP: "SIGHUP", SIGINT: "SIGINT", SIGQUIT: "SIGQUIT", SIGILL: "SIGILL", SIGTRAP: "SIGTRAP",
    SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE", SIGKILL: "SIGKILL",
    SIGSEGV: "SIGSEGV", SIGPIPE: "SIGPIPE", SIGALRM: "SIGALRM", SIGTERM: "SIGTERM",
    SIGXCPU: "SIGXCPU", SIGXFSZ: "SIGXFSZ", SIGSYS: "SIGSYS",
  ]
}
