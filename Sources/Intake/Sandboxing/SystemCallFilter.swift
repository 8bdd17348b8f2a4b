internal import CSeccomp
internal import Glibc

/// The system calls a worker may no longer make, as a seccomp filter over all its threads.
///
/// It names what is denied and allows the rest: native libraries differ in what they call from one
/// distribution to the next, and a photo must not be lost for a harmless call. A denied call fails
/// with EPERM, so that a library can report it. Calls whose arguments hide behind a pointer
/// (`clone3`, `openat2`) fail with ENOSYS; the C library then takes the older call, which can be judged.
enum SystemCallFilter {
  /// Calls denied whatever their arguments.
  static let denied = [
    // network
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4",
    // other programs and processes
    "execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev",
    "process_madvise", "kcmp", "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "tkill",
    "rt_sigqueueinfo", "rt_tgsigqueueinfo",
    // files: made, changed, removed
    "creat", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
    "symlinkat", "mkdir", "mkdirat", "rmdir", "mknod", "mknodat", "truncate", "ftruncate",
    "fallocate", "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown",
    "fchownat", "utime", "utimes", "utimensat", "futimesat", "setxattr", "lsetxattr", "fsetxattr",
    "removexattr", "lremovexattr", "fremovexattr", "open_by_handle_at", "copy_file_range",
    // an asynchronous way around this filter
    "io_uring_setup", "io_uring_enter", "io_uring_register",
    // the machine
    "mount", "umount2", "pivot_root", "chroot", "fsopen", "fsmount", "fspick", "move_mount",
    "open_tree", "mount_setattr", "setns", "unshare", "swapon", "swapoff", "reboot", "kexec_load",
    "kexec_file_load", "init_module", "finit_module", "delete_module", "bpf", "perf_event_open",
    "userfaultfd", "add_key", "request_key", "keyctl", "iopl", "ioperm", "acct", "quotactl",
    "settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "sethostname", "setdomainname",
    "syslog", "personality", "setuid", "setgid", "setreuid", "setregid", "setresuid", "setresgid",
    "setgroups", "capset",
  ]

  /// `CLONE_THREAD`, which the C library declares under a feature macro only.
  private static let cloneThread: CInt = 0x1_0000

  /// Puts the filter into force for every thread of this process.
  static func load() throws(ErrnoFailure) {
    guard let context = seccomp_init(Action.allow) else { throw ErrnoFailure(code: ENOMEM) }
    defer { seccomp_release(context) }
    try check(seccomp_attr_set(context, SCMP_FLTATR_CTL_TSYNC, 1))
    for name in denied { try add(context, name, Action.fail(EPERM)) }
    for name in ["clone3", "openat2"] { try add(context, name, Action.fail(ENOSYS)) }
    try add(context, "clone", Action.fail(EPERM), masked(0, cloneThread, equals: 0))
    for (name, flags) in [("open", UInt32(1)), ("openat", 2)] {
      for mode in [O_WRONLY, O_RDWR, O_ACCMODE] {
        try add(context, name, Action.fail(EPERM), masked(flags, O_ACCMODE, equals: mode))
      }
      for flag in [O_CREAT, O_TRUNC] {
        try add(context, name, Action.fail(EPERM), masked(flags, flag, equals: flag))
      }
    }
    let own = UInt64(getpid())
    for name in ["kill", "tgkill"] {
      try add(context, name, Action.fail(EPERM), comparison(0, SCMP_CMP_NE, own))
    }
    try add(context, "prlimit64", Action.fail(EPERM), comparison(0, SCMP_CMP_NE, 0))
    try check(seccomp_load(context))
  }

  /// The values of libseccomp's function-like macros, which Swift does not import.
  private enum Action {
    static let allow: UInt32 = 0x7FFF_0000
    static func fail(_ code: CInt) -> UInt32 { 0x0005_0000 | UInt32(code) & 0xFFFF }
  }

  private static func add(
    _ context: scmp_filter_ctx, _ name: String, _ action: UInt32, _ arguments: scmp_arg_cmp...
  ) throws(ErrnoFailure) {
    let number = seccomp_syscall_resolve_name(name)
    // Below zero: this architecture or this libseccomp does not have the call.
    guard number >= 0 else { return }
    try check(
      seccomp_rule_add_array(context, action, number, UInt32(arguments.count), arguments))
  }

  private static func masked(_ index: UInt32, _ mask: CInt, equals value: CInt) -> scmp_arg_cmp {
    scmp_arg_cmp(
      arg: index, op: SCMP_CMP_MASKED_EQ, datum_a: UInt64(UInt32(bitPattern: mask)),
      datum_b: UInt64(UInt32(bitPattern: value)))
  }

  private static func comparison(
    _ index: UInt32, _ operation: scmp_compare, _ value: UInt64
  ) -> scmp_arg_cmp {
    scmp_arg_cmp(arg: index, op: operation, datum_a: value, datum_b: 0)
  }

  private static func check(_ code: CInt) throws(ErrnoFailure) {
    if code < 0 { throw ErrnoFailure(code: -code) }
  }
}
