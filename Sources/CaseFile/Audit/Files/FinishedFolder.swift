internal import Glibc

/// Gives a folder that is whole its name.
package enum FinishedFolder {
  private typealias Rename =
    @convention(c) (
      CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
    ) -> CInt

  // glibc declares renameat2 and its flags under _GNU_SOURCE only, which Swift's importer does not set.
  private static let anew: Rename? = dlsym(nil, "renameat2").map {
    unsafeBitCast($0, to: Rename.self)
  }
  /// `RENAME_NOREPLACE`.
  private static let replacesNothing: CUnsignedInt = 1

  /// Renames a folder, and replaces nothing: `rename` alone takes the place of an empty folder without a word.
  ///
  /// On file systems that cannot refuse to replace, such as NFS, it is asked before whether there is something.
  ///
  /// - Returns: 0, or the number of the error; `EEXIST` when there is something at `target`.
  package static func rename(_ temporary: String, to target: String) -> CInt {
    if let anew {
      if anew(AT_FDCWD, temporary, AT_FDCWD, target, replacesNothing) == 0 { return 0 }
      guard errno == EINVAL || errno == ENOSYS else { return errno }
    }
    var status = stat()
    guard lstat(target, &status) != 0 else { return EEXIST }
    return Glibc.rename(temporary, target) == 0 ? 0 : errno
  }
}
