internal import BlockList
internal import Foundation
internal import Glibc
internal import HTTPTypes

/// A list file on its way in: its bytes in a file without a name, which is gone with the spool.
///
/// The file lies beside the store, on a disk that has to have room for the list anyway; a folder for
/// temporary files may be memory.
actor ListSpool {
  private let executor = QueueExecutor(label: "imeikit.station.import")
  private var descriptor: CInt = -1
  private var size = 0

  /// The queue on which the disk is waited for.
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Makes the file in the folder of a store.
  ///
  /// - Throws: ``Problem`` 500.
  func open(beside store: String) throws {
    let folder = URL(filePath: store).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let path = "\(folder)/imeikit-list-\(UUID().uuidString)"
    descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.failed(errno) }
    unlink(path)
  }

  /// Adds bytes to the file.
  ///
  /// - Throws: ``Problem``: 500, 507.
  func append(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        throw Self.failed(errno)
      }
    }
    size += bytes.count
  }

  /// Imports what was added.
  ///
  /// - Parameters:
  ///   - name: what messages and the record of the import call the file.
  ///   - store: the path of the lists' store, made when it is missing.
  /// - Throws: ``Problem``.
  func imported(
    as name: String, into store: String, _ plan: ListImportPlan
  ) throws -> ImportReport {
    guard size > 0 else {
      throw Problem(
        .badRequest, "emptyBody", "The body holds no bytes.", cure: "Send the list file.")
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.failed(errno) }
    do {
      return try BlockListStore(path: store, mode: .readWrite).importList(
        from: .descriptor(descriptor, name: name), name: plan.name, date: plan.date,
        options: plan.options,
        progress: { progress in
          guard progress.lines <= ListImportPlan.mostLines else {
            throw Problem(
              .unprocessableContent, "listTooLong",
              "The file has more than \(ListImportPlan.mostLines) lines, which no list has.",
              cure: "Look at what it holds; import it with `imeikit blocklist import`.")
          }
        })
    } catch let error as BlockListError where error.code == .guarded {
      throw Problem(
        .conflict, error.code.rawValue, error.message.visible(limit: 4_000),
        cure: "Look at the list. To import it all the same, send allow= with the guards' names.")
    } catch let error as BlockListError {
      throw Problem(error)
    }
  }

  private static func failed(_ code: CInt) -> Problem {
    let isFull = code == ENOSPC || code == EDQUOT
    return Problem(
      isFull ? .init(code: 507, reasonPhrase: "Insufficient Storage") : .internalServerError,
      isFull ? "diskFull" : "spoolFailed",
      "The list file could not be kept: \(String(cString: strerror(code))).",
      cure: "Make room, or give the right to write, in the folder of the block lists.")
  }
}
