import Foundation
import Testing

/// A time-stamping authority made with openssl, for tests.
final class TestAuthority: Sendable {
  /// One for all tests, and another that nobody trusts.
  static let shared = TestAuthority()
  static let other = TestAuthority()

  private let folder: String
  /// The certificates to trust.
  var certificates: String { folder + "/ca.pem" }

  private init() {
    folder = FileManager.default.temporaryDirectory.path + "/authority-\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(Self.settings.utf8).write(to: URL(fileURLWithPath: folder + "/ts.conf"))
      let made = try Terminal.run(Self.commands, in: folder)
      if made.status != 0 { Issue.record("no authority: \(made.output)") }
    } catch {
      Issue.record("no authority: \(error)")
    }
  }

  /// The reply to a question.
  func reply(to query: [UInt8]) throws -> [UInt8] {
    let place = folder + "/\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: place) }
    try Data(query).write(to: URL(fileURLWithPath: place + "/q.tsq"))
    let outcome = try Terminal.run(
      """
      echo 0A1B2C3D > serial
      openssl ts -reply -config ../ts.conf -section tsa -queryfile q.tsq -out r.tsr
      """, in: place)
    #expect(outcome.status == 0, "\(outcome.output)")
    return Array(try Data(contentsOf: URL(fileURLWithPath: place + "/r.tsr")))
  }

  private static let commands = """
    set -e
    new() { openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "$@"; }
    new -x509 -days 30 -subj "/CN=Test root" -keyout ca.key -out ca.pem
    new -subj "/CN=Test authority" -keyout tsa.key -out tsa.csr
    echo 'extendedKeyUsage = critical, timeStamping' > tsa.ext
    openssl x509 -req -days 30 -in tsa.csr -CA ca.pem -CAkey ca.key -set_serial 2 -extfile tsa.ext \\
      -out tsa.pem
    """

  private static let settings = """
    [tsa]
    serial = serial
    signer_cert = ../tsa.pem
    certs = ../ca.pem
    signer_key = ../tsa.key
    signer_digest = sha256
    default_policy = 1.2.3.4.1
    digests = sha256
    accuracy = secs:1
    ordering = yes
    tsa_name = yes
    ess_cert_id_alg = sha256
    """
}
