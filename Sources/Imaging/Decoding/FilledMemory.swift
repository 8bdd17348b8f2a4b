internal import CHeif
internal import Synchronization

/// Makes the C library hand out memory filled with flat grey while a decoder runs.
///
/// libheif 1.15 returns planes that a spoilt stream never filled. What an earlier photo left in
/// that memory must not show up in this one, nor may a result change from run to run. The setting
/// is the process's; it ends with the last decoder that asked for it. It costs 2 % of a decode.
enum FilledMemory {
  private static let users = Mutex(0)

  static func during<Value>(_ work: () -> Value) -> Value {
    users.withLock { count in
      count += 1
      // New memory gets the complement: 128, grey in brightness and colour alike.
      if count == 1 { mallopt(M_PERTURB, 127) }
    }
    defer {
      users.withLock { count in
        count -= 1
        if count == 0 { mallopt(M_PERTURB, 0) }
      }
    }
    return work()
  }
}
