import Glibc

/// Keeps Tesseract's OpenMP from starting threads.
///
/// Debian builds libtesseract with OpenMP; its threads cost five times the CPU of one and gain
/// nothing beside other workers. libgomp reads its environment before `main` runs, so only a call
/// works, and only for the thread that makes it.
enum OpenMP {
  private typealias SetMaxActiveLevels = @convention(c) (CInt) -> Void

  private static let setMaxActiveLevels: SetMaxActiveLevels? =
    dlsym(nil, "omp_set_max_active_levels").map {
      unsafeBitCast($0, to: SetMaxActiveLevels.self)
    }

  /// Makes parallel regions that the calling thread enters run on that thread alone.
  static func serialiseThisThread() {
    setMaxActiveLevels?(0)
  }
}
