import ArgumentParser
import Foundation

/// The command `imeikit`.
@main
struct Imeikit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "imeikit",
    abstract: "Reads IMEIs off photos, validates them and checks them against block lists.",
    discussion: """
      Answers go to standard output, talk to standard error. Nothing leaves this machine,
      but for eir ask, which asks the server that its user names.

      EXAMPLES:
        imeikit verify photo.jpg
        imeikit scan seized/ --format csv > haul.csv
        imeikit blocklist import stolen.csv --name "National register" --date 2026-11-20
        imeikit check 35-693803-564380-9
        imeikit report --case haul.imeikit --out report

      \(ExitStatus.helpTable)
      """,
    version: Version.text,
    subcommands: [
      VerifyCommand.self, ScanCommand.self, CheckCommand.self, NearCommand.self,
      FindingsCommand.self, BlockListCommand.self, TACCommand.self, RegisterCommand.self,
      CaseCommand.self, ServeCommand.self, OperatorCommand.self, WatchCommand.self,
      VerifyRunCommand.self,
      ExplainCommand.self, ReportCommand.self, ExportCommand.self, AuditCommand.self,
      WorkerCommand.self, DoctorCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard let failure = Failure(error) else { exit(withError: error) }
      Talk().failure(failure)
      Foundation.exit(failure.status.rawValue)
    }
  }
}
