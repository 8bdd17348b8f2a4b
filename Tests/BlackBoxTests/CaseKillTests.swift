import Foundation
import Testing

/// Kills scans and watches at random moments, and their workers, and looks what is left.
///
/// Twelve rounds; `IMEIKIT_KILL_ROUNDS` asks for others. The seed is printed.
@Suite("Killed at any moment", .serialized)
struct CaseKillTests {
  private let scratch: ScratchFolder
  private let kit: Kit
  private let haul: URL
  private let file: URL

  init() throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
    haul = try scratch.folder("haul")
    file = scratch.url.appending(path: "haul.imeikit")
  }

  @Test func nothingThatWasRecordedIsLostAndNothingIsThereTwice() async throws {
    let environment = ProcessInfo.processInfo.environment
    let rounds = environment["IMEIKIT_KILL_ROUNDS"].flatMap { Int($0) } ?? 12
    var random = SplitMix(seed: environment["IMEIKIT_KILL_SEED"].flatMap { UInt64($0) } ?? 1)
    let pictures = try samples()
    var photos = 0
    var recorded = 0
    var people = 0
    var decisions = 0
    #expect(try await kit.run(["doctor", "--init-key"]).status == 0)
    #expect(try await kit.run(["case", "create", file.path]).status == 0)
    for round in 0..<rounds {
      for _ in 0..<6 {
        // Bytes behind a picture's end make another photo of the same look.
        var bytes = pictures[photos % pictures.count]
        bytes.append(Data("photo \(photos)".utf8))
        let folder = haul.appending(path: "AB-\(photos % 7)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try bytes.write(to: folder.appending(path: "\(photos).jpg"))
        photos += 1
      }
      let target = Target.allCases[round % Target.allCases.count]
      let wait = Double(random.next() % 3_500) / 1_000 + 0.05
      let failed = scratch.url.appending(path: "failed.jsonl").path
      let arguments =
        round % 3 == 2
        ? ["watch", haul.path, "--settle", "1", "--every", "1"]
        : ["scan", haul.path, "--failed-list", failed, "--format", "jsonl"]
      _ = try await kit.run(arguments + ["--case", file.path]) { process in
        Thread.detachNewThread { Self.shoot(target, at: process, after: wait) }
      }
      // Old or new, never half.
      if let text = try? String(contentsOfFile: failed, encoding: .utf8) {
        #expect(text.isEmpty || text.hasSuffix("}\n"))
      }
      let name = "Reader \(people)"
      #expect(
        try await kit.run(["operator", "add", name, "--case", file.path]).status == 0,
        "round \(round)")
      people += 1
      let exhibit = ["case", "exhibit", "KILL/\(round)", "--case", file.path]
      #expect(try await kit.run(exhibit).status == 0, "round \(round)")
      // A decision that was acknowledged: this photo shows that exhibit.
      if let photo = try await digests().first {
        let decide = ["case", "decide", photo, "--exhibit", "KILL/\(round)", "--operator", name]
        #expect(try await kit.run(decide + ["--case", file.path]).status == 0, "round \(round)")
        decisions += 1
      }
      let now = try await digests()
      #expect(now.count == Set(now).count, "round \(round): a photo is there twice")
      #expect(now.count >= recorded, "round \(round): \(recorded - now.count) photos were lost")
      recorded = now.count
    }
    let last = try await kit.run(["scan", haul.path, "--case", file.path, "--format", "jsonl"])
    #expect([0, 20].contains(last.status), "\(last.talk)")
    #expect(last.lines.count == photos)
    let all = try await digests()
    #expect(all.count == photos)
    #expect(Set(all).count == photos)
    let known = try await kit.run(["operator", "list", "--case", file.path])
    #expect(known.lines.count == people)
    let log = scratch.url.appending(path: "log").path
    #expect(
      try await kit.run(["audit", "export", "--case", file.path, "--out", log]).status == 0)
    let events = try String(contentsOfFile: log + "/audit.jsonl", encoding: .utf8)
    #expect(events.components(separatedBy: #""kind":"decision.assign""#).count == decisions + 1)
    let verdict = try await kit.run(["audit", "verify", "--case", file.path])
    #expect(verdict.status == 0, "\(verdict.lines) \(verdict.talk)")
    print("killed \(rounds) times: \(photos) photos, each there once")
  }

  /// What is killed in a round.
  private enum Target: CaseIterable {
    case command, worker, both
  }

  private static func shoot(_ target: Target, at process: Int32, after seconds: Double) {
    Thread.sleep(forTimeInterval: seconds)
    if target != .command { for worker in children(of: process) { kill(worker, SIGKILL) } }
    if target != .worker { kill(process, SIGKILL) }
    guard target == .worker else { return }
    // A scan goes on without its workers; a watch has to be ended.
    Thread.sleep(forTimeInterval: 1)
    kill(process, SIGTERM)
  }

  private static func children(of process: Int32) -> [Int32] {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return folders.compactMap(Int32.init).filter { number in
      guard let stat = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
        let rest = stat.split(separator: ")").last
      else { return false }
      return rest.split(separator: " ").dropFirst().first == Substring("\(process)")
    }
  }

  private func digests() async throws -> [String] {
    let run = try await kit.run(["export", "jsonl", "--case", file.path])
    #expect(run.status == 0, "\(run.talk)")
    return try run.photos().compactMap { $0["sha256"] as? String }
  }

  private func samples() throws -> [Data] {
    try ["lockscreens/ios-lock-single.jpg", "falsepositives/iccid-in-about.jpg"].map {
      try Data(contentsOf: Checkout.testImages.appending(path: $0))
    }
  }
}

/// Random numbers that follow from a seed.
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
