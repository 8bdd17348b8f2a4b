internal import Foundation
internal import Glibc

/// What file system a file lies on, from `/proc/self/mountinfo` (proc(5)).
enum MountTable {
  /// File systems over which processes of two machines may come to one file.
  static let networkTypes: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "ncpfs", "fuse.sshfs",
  ]

  /// The type of the file system that a file lies on; `nil` when it cannot be told.
  static func type(of path: String) -> String? {
    var file = stat()
    guard stat(path, &file) == 0,
      let text = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
    else { return nil }
    return type(ofDevice: "\(major(file.st_dev)):\(minor(file.st_dev))", in: text)
  }

  /// The type of the file system with a device number `major:minor`.
  static func type(ofDevice device: String, in mountinfo: String) -> String? {
    for line in mountinfo.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, fields[2] == device, let dash = fields.firstIndex(of: "-"),
        dash + 1 < fields.count
      else { continue }
      return String(fields[dash + 1])
    }
    return nil
  }

  /// As `gnu_dev_major`, a macro that Swift does not see.
  private static func major(_ device: dev_t) -> UInt64 {
    (UInt64(device) >> 8) & 0xFFF | (UInt64(device) >> 32) & ~0xFFF
  }

  /// As `gnu_dev_minor`.
  private static func minor(_ device: dev_t) -> UInt64 {
    UInt64(device) & 0xFF | (UInt64(device) >> 12) & ~0xFF
  }
}
