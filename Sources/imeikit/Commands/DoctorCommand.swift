import ArgumentParser
import BlockList
import CaseFile
import Crypto
import Foundation
import Imaging
import Intake
import Reading
import Synchronization

/// Says what the kit is made of here and whether all of it works.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Show components, versions, models, sandbox level and block lists.",
    discussion: """
      Ends with \(ExitStatus.componentMissing.rawValue) when something is missing that reading needs.
      """)

  @Flag(
    help: "Make the key that signs the heads of cases' logs on this machine; it is made once.")
  var initKey = false

  func run() async throws {
    if initKey { _ = try StationKey.create(inFolder: try StationPlaces.keyFolder()) }
    let output = DataOutput()
    var status = ExitStatus.settled
    func line(_ name: String, _ value: String) throws {
      try output.writeLine(name + String(repeating: " ", count: max(1, 20 - name.count)) + value)
    }
    try line("imeikit", Version.text)
    for library in ReadingComponents.libraries { try line(library.name, library.version) }
    for library in ImagingComponents.libraries { try line(library.name, library.version) }
    do {
      let path = try ReadingComponents.modelPath()
      let digest = SHA256.hash(data: try Data(contentsOf: URL(filePath: path)))
      try line("model", path)
      try line("", "SHA-256 " + digest.map { String(format: "%02x", $0) }.joined())
    } catch {
      status = .componentMissing
      try line("model", "MISSING: \(error)")
    }
    try line("sandbox", await Self.sandboxLevel())
    try line("cores", String(ProcessInfo.processInfo.activeProcessorCount))
    try line(
      "station key",
      try StationPlaces.publicKey().map { "\($0.identifier), \(try StationPlaces.keyFolder())" }
        ?? "none: imeikit doctor --init-key makes it")
    if let path = try BlockListOptions.existingStore() {
      let lists = try BlockListStore(path: path, mode: .readOnly).lists()
      for info in lists {
        try line("block list", "\(info.list), \(info.counts.accepted) entries")
      }
      if lists.isEmpty { try line("block list", "none loaded") }
      for info in try TACDirectory(path: path, mode: .readOnly).lists() {
        try line("TAC list", "\(info.list), \(info.counts.accepted) codes")
      }
    } else {
      try line("block list", "none loaded")
    }
    try status.end()
  }

  /// How far a worker is confined here, found out by starting one.
  private static func sandboxLevel() async -> String {
    let level = Mutex<Sandbox.Level?>(nil)
    let pool = WorkerPool(
      WorkerPool.Configuration(arguments: ["worker", "--pool"], jobs: 1) { event in
        if case .ready(_, let reached) = event { level.withLock { $0 = reached } }
      })
    // A path that cannot exist: the worker starts, refuses it and ends.
    _ = try? await pool.read(PhotoPath("/dev/null/photo"))
    await pool.end()
    switch level.withLock({ $0 }) {
    case .filtered: return "filtered (resource limits, no network, no writing, no new process)"
    case .limits: return "limits (resource limits only: the system allows no call filter)"
    case .some(.none): return "none"
    case nil: return "unknown: no worker could be started"
    }
  }
}
