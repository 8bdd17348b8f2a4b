import CaseFile
import Foundation
import IntakeTestSupport
import Synchronization
import Testing

@testable import Intake

@Suite("Photos into a case")
struct CaseIntakeTests {
  private let folder: TemporaryFolder
  private let path: String
  private let settings = RunSettings(toolVersion: "1", components: ["a": "1"], values: [:])

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path.appending("case.imeikit".utf8).text
    try CaseFile.create(
      at: path, details: CaseDetails(reference: "1"), session: Self.session
    ).close()
    try folder.makeFolder("haul")
  }

  private static var session: CaseSession {
    CaseSession(person: "Reader", program: "test", machine: "test")
  }

  private var haul: PhotoPath { folder.path.appending("haul".utf8) }

  private func write(_ count: Int, _ text: String = "photo") throws {
    for number in 0..<count {
      try folder.write("\(text) \(number)", to: "haul/\(number + 100).jpg")
    }
  }

  /// Takes the haul in; returns the tally and what was told.
  private func take(
    settings: RunSettings? = nil, options: CaseIntake.Options = .init(), jobs: Int = 2,
    tellsKnown: Bool = true, stopAfter: Int? = nil, listing given: PhotoListing? = nil,
    afterFirst: @escaping @Sendable () async throws -> Void = {}
  ) async throws -> (tally: CaseTally, told: [CaseIntake.Taken]) {
    let file = try CaseFile.open(at: path, mode: .readWrite, session: Self.session)
    let pool = WorkerPool(FixtureProcess.configuration(jobs: jobs))
    let intake = CaseIntake(file: file, pool: pool, options: options)
    try await intake.begin(
      RunDetails(settings: settings ?? self.settings, lists: [], sandbox: "none", machine: "test"))
    let told = Mutex<[CaseIntake.Taken]>([])
    do {
      let listing = try given ?? PhotoFinder(followsLinks: false).find(in: [haul])
      let tally = try await intake.take(listing, roots: [haul], tellsKnown: tellsKnown) { taken in
        let count = told.withLock {
          $0.append(taken)
          return $0.count
        }
        if count == 1 { try await afterFirst() }
        if count == stopAfter { pool.stop() }
      }
      _ = try await intake.addFindings()
      try await intake.end(outcome: "finished")
      await pool.end()
      try file.close()
      return (tally, told.withLock { $0 })
    } catch {
      try await intake.end(outcome: "stopped")
      await pool.end()
      try file.close()
      throw error
    }
  }

  private func reading<Value>(_ body: (CaseFile) throws -> Value) throws -> Value {
    let file = try CaseFile.open(at: path, mode: .readOnly, session: Self.session)
    defer { try? file.close() }
    return try body(file)
  }

  @Test func everyPhotoIsToldInOrderAndRecordedOnceAndNotReadAgain() async throws {
    try write(40)
    let first = try await take()
    #expect(first.tally.read == 40)
    #expect(
      first.told.map { String(decoding: $0.result.path.name, as: UTF8.self) }
        == (100..<140).map { "\($0).jpg" })
    #expect(first.told.filter { !$0.isNew }.isEmpty)
    #expect(try reading { try $0.photoCounts() } == ["accepted": 40])
    let second = try await take()
    #expect(second.tally.read == 0)
    #expect(second.tally.known == 40)
    #expect(second.told.map(\.result.sha256) == first.told.map(\.result.sha256))
    #expect(second.told.filter { $0.isNew }.isEmpty)
    #expect(try await take(tellsKnown: false).told.isEmpty)
  }

  @Test func aPhotoThatEndsItsWorkerAndOneThatIsALinkAreRecordedAsRefused() async throws {
    try folder.write("segv", to: "haul/1.jpg")
    try folder.write("fine", to: "haul/2.jpg")
    try folder.link("haul/3.jpg", to: "2.jpg")
    let first = try await take()
    #expect(first.told.map(\.result.status) == [.refused, .accepted, .refused])
    let again = try await take()
    #expect(again.told.map(\.result.status) == [.refused, .accepted, .refused])
    #expect(again.tally.known == 2)
  }

  @Test func oneFileUnderTwoNamesIsReadOnce() async throws {
    try folder.write("same", to: "haul/1.jpg")
    try folder.write("same", to: "haul/2.jpg")
    let first = try await take()
    #expect(first.tally.read == 1)
    #expect(
      first.told.map { String(decoding: $0.result.path.name, as: UTF8.self) } == ["1.jpg", "2.jpg"])
    try folder.write("same", to: "haul/3.jpg")
    #expect(try await take().tally.read == 0)
    let photos = try reading { try $0.photos(limit: 10) }
    #expect(photos.count == 1)
    #expect(photos.first?.names.count == 3)
  }

  @Test func aFileThatHoldsOtherBytesNowIsToldAndReadAsAnotherPhoto() async throws {
    try write(2)
    _ = try await take()
    try folder.write("something else", to: "haul/100.jpg")
    let second = try await take()
    #expect(second.tally.read == 1)
    #expect(
      second.tally.changed.map(\.name).map { String(decoding: $0, as: UTF8.self) } == ["100.jpg"])
    let (photos, deviations) = try reading {
      (try $0.photos(limit: 9), try $0.originalDeviations())
    }
    #expect(photos.count == 3)
    #expect(deviations.map(\.check.outcome) == [.changed])
  }

  @Test func otherSettingsAreSaidAndReadAgainOnRequestKeepingBoth() async throws {
    try write(3)
    _ = try await take()
    let newer = RunSettings(toolVersion: "2", components: ["a": "1"], values: [:])
    let kept = try await take(settings: newer)
    #expect(kept.tally.read == 0)
    #expect(kept.tally.otherSettings == 3)
    #expect(!kept.tally.differences.isEmpty)
    #expect(kept.told.count == 3)
    let again = try await take(settings: newer, options: .init(readsAgain: true))
    #expect(again.tally.read == 3)
    let photo = try #require(again.told.first?.result.sha256)
    #expect(try reading { try $0.results(of: photo).count } == 2)
    #expect(try await take(settings: newer, options: .init(readsAgain: true)).tally.read == 0)
  }

  @Test func twoAtOnceShareTheWorkAndBothTellEverything() async throws {
    try write(60, "slow 15")
    // Whoever is first waits for the other's first record, however busy the machine is.
    let bothHaveRead: @Sendable () async throws -> Void = {
      for _ in 0..<3_000 {
        var runs: Set<RunID> = []
        try reading { try $0.forEachResult { runs.insert($0.run) } }
        if runs.count == 2 { return }
        try await Task.sleep(for: .milliseconds(20))
      }
    }
    async let one = take(jobs: 1, afterFirst: bothHaveRead)
    async let two = take(jobs: 1, afterFirst: bothHaveRead)
    let both = try await [one, two]
    #expect(both.map(\.tally.read).reduce(0, +) == 60)
    #expect(both.allSatisfy { $0.tally.read > 0 })
    #expect(both.allSatisfy { $0.told.count == 60 })
    #expect(both[0].told.map(\.result.sha256) == both[1].told.map(\.result.sha256))
    #expect(try reading { try $0.photos(limit: 100).count } == 60)
  }

  @Test func whatWasToldBeforeAStopIsThereAndTheRestIsReadNext() async throws {
    // More than are recorded at once and in hand meanwhile.
    try write(200, "slow 5")
    await #expect(throws: IntakeError.self) { try await take(stopAfter: 20) }
    let recorded = try reading { try $0.photos(limit: 300).count }
    #expect(recorded >= 20)
    #expect(recorded < 200)
    let rest = try await take()
    #expect(rest.tally.read == 200 - recorded)
    #expect(rest.told.count == 200)
  }

  @Test func exhibitsCopiesAndFindingsGoWithThePhotos() async throws {
    try folder.makeFolder("haul/AB-1")
    try folder.makeFolder("haul/AB-2")
    try folder.write("one", to: "haul/AB-1/1.jpg")
    try folder.write("two", to: "haul/AB-2/1.jpg")
    let copies = try OriginalStore(folder.path.appending("copies".utf8))
    let taken = try await take(options: .init(copies: copies))
    let exhibits = try reading { try $0.exhibits().map(\.reference) }
    #expect(exhibits == ["AB-1", "AB-2"])
    let findings = try reading { try $0.findings() }
    #expect(findings.map(\.finding.kind).contains("sameIMEIOnExhibits"))
    for photo in taken.told.compactMap(\.result.sha256) {
      #expect(FileManager.default.fileExists(atPath: copies.path(of: photo).text))
    }
  }

  @Test func originalsAreHashedAgain() async throws {
    try write(3)
    _ = try await take()
    try folder.write("another", to: "haul/100.jpg")
    try FileManager.default.removeItem(atPath: haul.appending("101.jpg".utf8).text)
    let file = try CaseFile.open(at: path, mode: .readWrite, session: Self.session)
    let tally = try file.checkOriginals()
    #expect(tally.same == 1)
    #expect(tally.deviations.count == 2)
    #expect(try Set(file.originalDeviations().map(\.check.outcome)) == [.changed, .missing])
    try file.close()
  }

  @Test func whatAReportIsToSayOfOriginalsIsRecordedOnceAndOnlyWhereItIsNew() async throws {
    try write(3)
    _ = try await take()
    let file = try CaseFile.open(at: path, mode: .readWrite, session: Self.session)
    let before = try file.auditHead()
    var progress: [Int] = []
    let same = try file.originalsNow { done, all in progress.append(done * 10 + all) }
    #expect(same.map(\.outcome) == [.same, .same, .same])
    #expect(progress == [13, 23, 33])
    #expect(try file.newDeviations(same).isEmpty)
    #expect(try file.auditHead() == before)

    try folder.write("another", to: "haul/100.jpg")
    let changed = try file.originalsNow()
    #expect(try file.newDeviations(changed).map(\.outcome) == [.changed])
    try file.takeNote(of: changed)
    #expect(try file.originalDeviations().count == 1)
    #expect(try file.findings().map(\.finding.kind).contains("original.changed"))
    let known = try #require(try file.originalDeviations().first)
    try file.acknowledge(original: known.id, note: "overwritten by the camera")

    // The same again is no news; other bytes are.
    #expect(try file.newDeviations(file.originalsNow()).isEmpty)
    try folder.write("yet another", to: "haul/100.jpg")
    let again = try file.originalsNow()
    #expect(try file.newDeviations(again).map(\.found) == again.map(\.found).filter { $0 != nil })
    #expect(try file.newDeviations(again).count == 1)
    try file.close()
  }

  @Test func anUploadIsLookedForWhereCopiesAreNow() async throws {
    try write(1)
    let photo = haul.appending("100.jpg".utf8)
    let sha256 = try #require(PhotoOpener().digest(of: photo))
    // An upload is read from its copy in the store, and the store is moved with the case.
    let (former, now) = (folder.path.appending("former".utf8), folder.path.appending("now".utf8))
    let place = try OriginalStore(former).path(of: sha256)
    try OriginalStore(former).keep(photo, sha256: sha256)
    _ = try await take(listing: PhotoListing(entries: [.init(path: photo), .init(path: place)]))
    try FileManager.default.moveItem(atPath: former.text, toPath: now.text)
    let file = try CaseFile.open(at: path, mode: .readWrite, session: Self.session)
    #expect(try file.originalsNow().map(\.outcome) == [.missing, .same])
    let found = try file.originalsNow(copies: OriginalStore(now))
    #expect(
      found.map(\.outcome) == [.same, .same] && found.map(\.path) == [place.bytes, photo.bytes])
    // What was read elsewhere is missing even where there is a copy of it.
    try FileManager.default.removeItem(atPath: photo.text)
    #expect(try file.originalsNow(copies: OriginalStore(now)).map(\.outcome) == [.same, .missing])
    try file.close()
  }

  @Test func aRunReadAgainShowsWhatDiffers() async throws {
    try write(3)
    let run = try await take()
    let file = try CaseFile.open(at: path, mode: .readWrite, session: Self.session)
    let id = try #require(try file.runs().first?.id)
    try folder.write("another", to: "haul/101.jpg")
    let pool = WorkerPool(FixtureProcess.configuration())
    var outcomes: [RunVerification.Outcome] = []
    try await RunVerification(file: file, pool: pool).run(id) { outcomes.append($0.outcome) }
    await pool.end()
    try file.close()
    #expect(outcomes.count(where: { $0 == .same }) == 2)
    #expect(outcomes.contains(.originalChanged))
    var other = try #require(run.told.first?.result)
    #expect(RunVerification.differences(of: other, from: other).isEmpty)
    other.milliseconds = .init()
    other.readings[0].answer = nil
    #expect(RunVerification.differences(of: other, from: run.told[0].result).isEmpty)
    other.readings[0].confidence = 0.5
    #expect(RunVerification.differences(of: other, from: run.told[0].result).count == 1)
    other.readings[0].imei = "356938035643817"
    #expect(
      RunVerification.differences(of: other, from: run.told[0].result).first?.contains("numbers")
        == true)
  }
}
