internal import Glibc

/// The person at the machine, as the system knows them.
public enum SystemUser {
  /// The name of the account that the process runs under, or `uid N` where it has none. Asked of the
  /// system, not of variables that anyone can set.
  public static var name: String {
    let number = getuid()
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    let name = buffer.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let start = buffer.baseAddress,
        getpwuid_r(number, &entry, start, buffer.count, &found) == 0, found != nil,
        let name = entry.pw_name
      else { return nil }
      return String(cString: name)
    }
    return name ?? "uid \(number)"
  }
}
