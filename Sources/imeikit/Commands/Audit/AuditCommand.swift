import ArgumentParser

/// Checks and hands out the audit log of a case.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check the audit log of a case, or hand it out.",
    discussion: """
      The head of the log is signed with the station's key and kept outside the case file, in
      $IMEIKIT_HOME/heads.
      """,
    subcommands: [AuditVerifyCommand.self, AuditExportCommand.self])
}
