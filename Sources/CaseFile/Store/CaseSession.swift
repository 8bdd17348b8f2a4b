internal import Foundation

/// Who opened a case file, with which program and on which machine.
public struct CaseSession: Sendable, Hashable {
  /// Tells this opening from every other, a UUID.
  public let identifier: String
  /// The person as known to the case, or `system`; who does what is named again with each act.
  public let person: String
  /// Name and version of the program.
  public let program: String
  /// The machine's name.
  public let machine: String

  /// A session of its own.
  public init(person: String, program: String, machine: String) {
    identifier = UUID().uuidString.lowercased()
    self.person = person
    self.program = program
    self.machine = machine
  }

  /// The session as an event holds it.
  var logged: [String: AuditValue] {
    [
      "program": .text(CaseText.logged(program)), "machine": .text(CaseText.logged(machine)),
    ]
  }
}
