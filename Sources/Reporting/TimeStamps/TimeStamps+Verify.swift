internal import BlockList
internal import Foundation
internal import Intake

extension TimeStamps {
  /// The program that knows the signatures of authorities.
  private static let program = "/usr/bin/openssl"
  private static let certificatesLimit = 1 << 20
  private static let outputLimit = 4_000

  /// Whether a reply is the authority's: ``check(reply:head:nonce:)``, and its signature by
  /// `openssl ts -verify`, which trusts nothing but the certificates given.
  ///
  /// Blocks until the program ends.
  ///
  /// - Parameter authority: a file of the certificates to trust, in PEM, come by another way than the reply.
  /// - Throws: ``ReportingError`` `stampRefused`; `badValue` when the certificates cannot be read;
  ///   `libraryFailed` when the program cannot be run.
  public static func verify(
    reply: [UInt8], head: [UInt8], authority: String
  ) throws -> TimeStampToken {
    let token = try check(reply: reply, head: head)
    let certificates: [UInt8]
    do {
      certificates = try PhotoOpener(maximumBytes: certificatesLimit).read(PhotoPath(authority))
    } catch {
      throw ReportingError(
        .badValue,
        "the authority's certificates at \(ReportingError.shown(authority)) cannot be read",
        cure: "Name a file with its certificates in PEM.")
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "imeikit-stamp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    // Copies that nobody changes while they are looked at, under names that are no options.
    for (name, bytes) in [("head.json", head), ("head.tsr", reply), ("trust.pem", certificates)] {
      try Data(bytes).write(to: folder.appending(path: name))
    }
    let (status, output) = try run(
      ["ts", "-verify", "-data", "head.json", "-in", "head.tsr", "-CAfile", "trust.pem"],
      in: folder)
    guard status == 0 else {
      throw refused(
        "the time stamp is not one of the authority at \(ReportingError.shown(authority)), or its "
          + "certificate is not valid now: \(VisibleText.escaping(output, limit: 600))",
        cure: "Get the authority's certificates anew from where it publishes them, and compare.")
    }
    return token
  }

  /// Runs openssl with a fixed list of arguments and no settings of the machine.
  private static func run(
    _ arguments: [String], in folder: URL
  ) throws -> (status: Int32, output: String) {
    let log = folder.appending(path: "output.txt")
    try Data().write(to: log)
    let output = try FileHandle(forWritingTo: log)
    defer { try? output.close() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ["LC_ALL": "C", "OPENSSL_CONF": "/dev/null"]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    do {
      try process.run()
    } catch {
      throw ReportingError(
        .libraryFailed, "\(program) cannot be run", cure: "Install the package openssl.")
    }
    process.waitUntilExit()
    let text = try Data(contentsOf: log).prefix(outputLimit)
    let isExit = process.terminationReason == .exit
    return (isExit ? process.terminationStatus : -1, String(decoding: text, as: UTF8.self))
  }
}
