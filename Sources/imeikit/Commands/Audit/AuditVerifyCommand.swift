import ArgumentParser
import CaseFile
import Foundation

/// Says whether a log was changed, cut off, rewritten or exchanged.
struct AuditVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that nothing in a case's log was changed, taken out, put in or cut off.",
    discussion: """
      Ends with \(ExitStatus.badInput.rawValue) when a fault is found, and with \(ExitStatus.review.rawValue) \
      when there is none but no signed head vouches for the log either. Nothing is written.

      EXAMPLES:
        imeikit audit verify --case haul.case
        imeikit audit verify --case haul.case --code 3F2A-77QX-LMNO-5BCD
        imeikit audit verify --export folder --key station.pub.pem
      """)

  @Option(name: .customLong("case"), help: "The case file.")
  var caseFile: String?

  @Option(help: "A folder that `audit export` wrote, instead of a case file.")
  var export: String?

  @Option(help: "A code as printed on a report: an event of the log must have it. Repeatable.")
  var code: [String] = []

  @Option(help: "The station's public key; the one of this station when it is not given.")
  var key: String?

  func validate() throws {
    guard (caseFile == nil) != (export == nil) else {
      throw ValidationError("Give either --case FILE or --export FOLDER.")
    }
  }

  func run() throws {
    let (verdict, faults) = try verdict()
    let output = DataOutput()
    for line in verdict.lines { try output.writeLine(line) }
    for fault in faults { try output.writeLine("FAULT  \(fault.message).") }
    if caseFile != nil, faults.isEmpty {
      try output.writeLine("What the case holds is what the log says.")
    }
    if !verdict.isWhole || !faults.isEmpty { try ExitStatus.badInput.end() }
    if verdict.covered == nil { try ExitStatus.review.end() }
  }

  /// What the log says of itself, and where the case's content is not what the log says.
  private func verdict() throws -> (AuditVerdict, [CaseFault]) {
    let given = try key.map { try StationPublicKey(path: $0) }
    if let export { return (try AuditVerdict(ofExport: export, key: given, codes: code), []) }
    let station = try StationPlaces.publicKey()
    let file = try CaseFile.open(
      at: caseFile ?? "", mode: .readOnly,
      session: CaseSession(person: "system", program: "imeikit \(Version.text)", machine: ""))
    defer { try? file.close() }
    let verdict = try file.auditVerdict(
      heads: StationPlaces.heads(), key: given ?? station, codes: code)
    return (verdict, try CaseConsistency(file).faults())
  }
}
