import Foundation
import Testing

/// What is handed out besides the report.
@Suite("Exports", .serialized)
struct ExportCommandTests {
  private let haul: ReportedHaul

  init() throws { haul = try ReportedHaul() }

  @Test func tablesAndLinkedDataComeAloneAndAreLogged() async throws {
    try await haul.scan()
    let mapping = haul.path("mapping.txt")
    try "Serial = imei\n".write(toFile: mapping, atomically: true, encoding: .utf8)
    let tables = try await haul.run([
      "export", "tables", "--out", haul.path("tables"), "--recipient", "Property office",
      "--mapping", mapping,
    ])
    #expect(tables.status == 0, "\(tables.talk)")
    let files = try ReportedHaul.files(haul.path("tables"))
    #expect(files["devices.csv"] != nil && files["mapped.csv"] != nil)
    #expect(files["report.pdf"] == nil)
    let linked = try await haul.run([
      "export", "case-uco", "--out", haul.path("uco"), "--per-file", "2",
    ])
    #expect(linked.status == 0, "\(linked.talk)")
    #expect(
      Set(try ReportedHaul.files(haul.path("uco")).keys) == [
        "case/exhibits-0001-0002.jsonld", "case/exhibits-0003-0003.jsonld", "case/index.json",
        "manifest.sha256",
      ])
    for folder in ["tables", "uco"] {
      let checked = try await ReportedHaul.shell(
        "sha256sum -c --strict manifest.sha256", in: haul.path(folder))
      #expect(checked.status == 0, "\(checked.text)")
    }
    let logged = try await haul.events("export.tables").first?["details"] as? [String: Any]
    #expect(logged?["recipient"] as? String == "Property office")
    #expect(try await haul.events("export.caseUCO").count == 1)
  }

  @Test func aBagIsCheckedWithItsOwnInstructions() async throws {
    try await haul.scan()
    let out = haul.path("bag")
    let run = try await haul.run([
      "export", "bundle", "--out", out, "--originals", "copy", "--recipient", "J. Doe & Partners",
    ])
    #expect(run.status == 0, "\(run.talk)")
    let files = try ReportedHaul.files(out)
    for name in [
      "VERIFY.txt", "bagit.txt", "manifest-sha256.sig", "data/report/report.pdf",
      "data/report/report.html", "data/exports/devices.csv", "data/case/index.json",
      "data/audit/head.json", "data/audit/head.tsq",
    ] { #expect(files[name] != nil, "\(name)") }
    #expect(files.keys.count { $0.hasPrefix("data/originals/") } == 3)
    let checked = try await ReportedHaul.shell(
      "sed -n 's/^    //p' VERIFY.txt | bash -e", in: out)
    #expect(checked.status == 0, "\(checked.text)")
    let digest = try await ReportedHaul.shell(
      "sha256sum manifest-sha256.txt | cut -c 1-64", in: out)
    let logged = try await haul.events("export.bundle").first?["details"] as? [String: Any]
    #expect(logged?["manifest"] as? String == digest.text.trimmingCharacters(in: .newlines))
    #expect(logged?["recipient"] as? String == "J. Doe & Partners")
    #expect(try await haul.run(["audit", "verify"]).status == 0)
  }

  @Test func aTimeStampIsAskedForAndItsReplyGoesIntoTheNextBag() async throws {
    try await haul.scan()
    let query = haul.path("head.tsq")
    let asked = try await haul.run(["export", "time-stamp", "query", "--out", query])
    #expect(asked.status == 0, "\(asked.talk)")
    #expect(try await haul.run(["export", "time-stamp", "query", "--out", query]).status == 64)
    let authority = try haul.scratch.folder("authority")
    let made = try await ReportedHaul.shell(Self.authority, in: authority.path)
    #expect(made.status == 0, "\(made.text)")
    let reply = authority.appending(path: "head.tsr").path
    let check = ["export", "time-stamp", "check", reply]
    let checked = try await haul.run(
      check + ["--authority", authority.appending(path: "ca.pem").path])
    #expect(checked.status == 0, "\(checked.talk)")
    #expect(checked.lines.first?.hasSuffix("signed by the authority given") == true)
    let other = try await haul.run(
      check + ["--authority", authority.appending(path: "x.pem").path])
    #expect(other.status == 65, "\(other.talk)")
    let garbage = try await haul.run(["export", "time-stamp", "check", query])
    #expect(garbage.status == 65)
    let bag = try await haul.run([
      "export", "bundle", "--out", haul.path("bag"), "--time-stamp", reply,
    ])
    #expect(bag.status == 0, "\(bag.talk)")
    let files = try ReportedHaul.files(haul.path("bag"))
    #expect(files.keys.contains { $0.hasPrefix("data/audit/") && $0.hasSuffix(".tsr") })
    #expect(try await haul.events("export.timeStamp").count == 1)
  }

  /// An authority of the test's own, with its reply to `../head.tsq`, and another's certificate.
  private static let authority = #"""
    cat >tsa.cnf <<'END'
    [tsa]
    default_tsa = here
    [here]
    serial = serial
    crypto_device = builtin
    signer_digest = sha256
    default_policy = 1.2.3.4.1
    digests = sha256
    ordering = yes
    tsa_name = yes
    ess_cert_id_chain = no
    END
    echo 01 >serial
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem \
      -subj /CN=CA -days 30 2>log
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout x.key -out x.pem \
      -subj /CN=Other -days 30 2>>log
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key -out tsa.csr \
      -subj /CN=TSA 2>>log
    printf 'extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n' >ext
    openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -days 30 -extfile ext -out tsa.pem 2>>log
    openssl ts -reply -config tsa.cnf -section here -queryfile ../head.tsq -signer tsa.pem \
      -inkey tsa.key -chain ca.pem -out head.tsr
    """#
}
