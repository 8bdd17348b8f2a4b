import Foundation
import Testing

/// The recipes for other programs, run as the document has them.
///
/// A block that is changed is run changed; a recipe or block that is added fails until it is run here.
@Suite("Intake recipes", .serialized)
struct IntakeRecipeTests {
  /// The recipes, by their headings.
  enum Recipe: String, CaseIterable {
    case watchedFolder = "A watched folder"
    case pipeline = "A worker in a shell pipeline"
    case upload = "Upload and wait"
    case polling = "Polling"

    /// How many blocks are run and looked at.
    var blocks: Int { self == .upload ? 3 : 1 }
  }

  /// Ends what a recipe left running, as its user would, and says how that went.
  private static let ending = #"kill $!; status=0; wait $! || status=$?; echo "ended with $status""#

  private let scratch: ScratchFolder
  private let kit: Kit
  private let shell: RecipeShell
  private let document: RecipeDocument

  init() async throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
    shell = try RecipeShell(kit: kit, scratch: scratch)
    document = try RecipeDocument()
    // With a key to sign by, the log that a recipe leaves can be verified without reserve.
    #expect(try await kit.run(["doctor", "--init-key"]).status == 0)
  }

  @Test func everyBlockOfTheDocumentIsRun() {
    let known = Recipe.allCases.map { ($0.rawValue, $0.blocks) }
    #expect(document.blocks.mapValues(\.count) == Dictionary(uniqueKeysWithValues: known))
  }

  @Test(arguments: Recipe.allCases)
  func doesWhatTheDocumentSays(recipe: Recipe) async throws {
    switch recipe {
    case .watchedFolder: try await watchesAFolder()
    case .pipeline: try await readsInAPipeline()
    case .upload: try await uploadsAndWaits()
    case .polling: try await polls()
    }
  }

  private func blocks(_ recipes: Recipe...) throws -> [String] {
    try recipes.flatMap { try #require(document.blocks[$0.rawValue]) }
  }

  private func exhibits() async throws -> String {
    let file = shell.folder.appending(path: "haul.imeikit").path
    let verdict = try await kit.run(["audit", "verify", "--case", file])
    #expect(verdict.status == 0, "\(String(decoding: verdict.output, as: UTF8.self))")
    let shown = try await kit.run(["case", "exhibits", "--case", file])
    return String(decoding: shown.output, as: UTF8.self)
  }

  private func object(_ line: String?) throws -> [String: Any] {
    let line = try #require(line)
    return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private func watchesAFolder() async throws {
    try shell.put("lockscreens/ios-lock-single.jpg", at: "photo.jpg")
    let read = "until [ -s haul.jsonl ] || ! kill -0 $!; do sleep 0.2; done\n"
    let run = try await shell.run(try blocks(.watchedFolder), ending: read + Self.ending)
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.printed.last == ["ended with 0"], "\(run.talk)")
    let written = try String(
      contentsOf: shell.folder.appending(path: "haul.jsonl"), encoding: .utf8)
    #expect(written.split(separator: "\n").count == 1)
    let photo = try object(written)
    #expect(photo["status"] as? String == "accepted")
    let readings = try #require(photo["readings"] as? [[String: Any]])
    #expect(readings.map { $0["imei"] as? String } == ["917158605578291"])
    let shown = try await exhibits()
    #expect(shown.hasPrefix("AB-1"))
    #expect(shown.contains("917158605578291  accepted"))
    let original = shell.folder.appending(path: "intake/AB-1/photo.jpg").path
    #expect(FileManager.default.fileExists(atPath: original))
    #expect(run.talk.contains("1 originals hashed again: all as they were."), "\(run.talk)")
  }

  private func readsInAPipeline() async throws {
    try shell.put("lockscreens/ios-lock-single.jpg", at: "haul/AB-1/a \"quoted\" name.jpg")
    try shell.put("falsepositives/wrong-check-digit-on-lock-screen.jpg", at: "haul/AB-2/odd.jpg")
    try shell.put("broken/truncated.jpg", at: "haul/AB-2/cut.jpg")
    try shell.put("lockscreens/pin-pad-sv-suffix.jpg", at: "haul/last.jpg")
    let run = try await shell.run(try blocks(.pipeline))
    #expect(run.status == 0, "\(run.talk)")
    #expect(
      run.printed.first == [
        #""haul/AB-1/a ""quoted"" name.jpg","917158605578291""#,
        #""haul/last.jpg","866451619863325""#,
      ], "\(run.talk)")
  }

  /// Runs the station with one block-listed phone in the haul, and `recipes` against it.
  private func runAgainstAStation(_ recipes: Recipe...) async throws -> RecipeShell.Outcome {
    let list = scratch.url.appending(path: "stolen.csv")
    try Data("imei\n863998366298082\n".utf8).write(to: list)
    let imported = try await kit.run([
      "blocklist", "import", list.path, "--name", "Stolen", "--date", "2026-11-20",
    ])
    #expect(imported.status == 0, "\(imported.talk)")
    try shell.put("lockscreens/ios-lock-single.jpg", at: "photo.jpg")
    try shell.put("lockscreens/pin-pad-sv-suffix.jpg", at: "1.jpg")
    try shell.put("bags/bag-typed.jpg", at: "2.jpg")
    try shell.put("labels/box-single-tilted.jpg", at: "3.jpg")
    let shell = shell
    let run = try await shell.run(
      try recipes.flatMap { try blocks($0) }, ending: Self.ending, environment: ["LIMIT": "3"])
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.printed.last == ["ended with 0"], "\(run.talk)")
    return run
  }

  private func uploadsAndWaits() async throws {
    let run = try await runAgainstAStation(.upload)
    try #require(run.printed.count == Recipe.upload.blocks + 1, "\(run.talk)")
    #expect(run.printed[0].last == "ready")
    try #require(run.printed[1].count == 1)
    let answer = try object(run.printed[1].first)
    #expect(answer["state"] as? String == "read")
    #expect(answer["status"] as? String == "accepted")
    #expect(answer["flagged"] as? Bool == false)
    let photo = try #require(answer["photo"] as? String)
    #expect(photo.hasPrefix("/api/v1/photos/"))
    #expect(run.printed[2] == ["[]"])
    let token = shell.folder.appending(path: "token")
    let rights = try FileManager.default.attributesOfItem(atPath: token.path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
    let secret = try String(contentsOf: token, encoding: .utf8)
    #expect(secret.hasPrefix("imk_"))
    #expect(!run.talk.contains(secret.dropLast()))
    #expect(try await exhibits().contains("AB/1"))
  }

  private func polls() async throws {
    let run = try await runAgainstAStation(.upload, .polling)
    let printed = try #require(run.printed.dropLast().last)
    let rows = printed.filter { $0.contains(".jpg") }
    // The flagged number waits for somebody who keys it blind.
    #expect(
      rows.sorted() == [
        #""1.jpg","accepted",false,"AB/1","866451619863325""#,
        #""2.jpg","accepted",false,"AB/1","350648392281970""#,
        #""3.jpg","accepted",true,"AB/2","#,
        #""photo.jpg","accepted",false,"AB/1","917158605578291""#,
      ], "\(printed) \(run.talk)")
    #expect(
      printed.dropFirst(rows.count) == ["1", #"{"imei":"917158605578291","status":"accepted"}"#])
    let shown = try await exhibits()
    let second = try #require(shown.range(of: "\nAB/2"))
    for number in ["866451619863325", "350648392281970", "917158605578291"] {
      #expect(shown[..<second.lowerBound].contains(number), "\(number)")
    }
    #expect(shown[second.lowerBound...].contains("863998366298082"))
  }
}
