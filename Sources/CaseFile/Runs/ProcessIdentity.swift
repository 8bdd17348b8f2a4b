internal import Foundation
internal import Glibc

/// Tells a process from every other of this machine since it was started, also from a later one with
/// the same number.
struct ProcessIdentity: Hashable {
  /// The start of the machine and the process namespace: where ``pid`` means this process.
  let place: String
  let pid: Int32
  /// When the process was started, in ticks since the machine was.
  let start: String

  /// `place` and `start`, as a claim holds them beside the number.
  var text: String { "\(place) \(start)" }

  static let current = ProcessIdentity(pid: getpid())

  private init(pid: Int32) {
    place = Self.currentPlace
    self.pid = pid
    start = Self.start(of: pid) ?? ""
  }

  private static let currentPlace: String = {
    let boot = contents("/proc/sys/kernel/random/boot_id").trimmingCharacters(
      in: .whitespacesAndNewlines)
    let space = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid"))
    return "\(boot) \(space ?? "-")"
  }()

  /// Whether the process behind a claim is known to be gone; `false` when that cannot be told.
  static func isGone(pid: Int32, text: String) -> Bool {
    guard text.hasPrefix(currentPlace + " ") else { return false }
    let start = text.dropFirst(currentPlace.count + 1)
    return Self.start(of: pid).map { $0 != start } ?? true
  }

  /// Field 22 of `/proc/PID/stat`; the name in field 2 may hold blanks and brackets.
  private static func start(of pid: Int32) -> String? {
    let text = contents("/proc/\(pid)/stat")
    guard let close = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: close)...].split(separator: " ")
    // A zombie has ended; it only waits to be asked how.
    guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
    return String(fields[19])
  }

  private static func contents(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }
}
