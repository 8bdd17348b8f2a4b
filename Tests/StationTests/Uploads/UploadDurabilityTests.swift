import CaseFile
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import Intake
@testable import Station

@Suite("Uploads that fail half way")
struct UploadDurabilityTests {
  private let station: StationFixture
  private var desk: CaseDesk { station.services.desk }

  init() throws {
    station = try StationFixture()
  }

  private func uploads(
    freeBytes: Int = .max, writes: UploadLedger.Record? = nil, maximumFileBytes: Int = 1 << 28
  ) -> UploadDesk {
    let desk = desk
    return UploadDesk(
      desk: desk, originals: station.services.originals, maximumFileBytes: maximumFileBytes,
      freeBytes: { _ in freeBytes },
      writes: writes ?? { batches in try await desk.use { try $0.recordUploads(batches) } })
  }

  /// A body that ends by the connection's error, or by itself, after these pieces.
  private func request(
    _ pieces: [[UInt8]], isCut: Bool, length: Int? = nil
  ) -> Request {
    let (stream, continuation) = AsyncThrowingStream.makeStream(of: ByteBuffer.self)
    for piece in pieces { continuation.yield(ByteBuffer(bytes: piece)) }
    continuation.finish(throwing: isCut ? ChannelError.inputClosed : nil)
    var headers = HTTPFields()
    if let length { headers[.contentLength] = String(length) }
    return Request(
      head: HTTPRequest(
        method: .post, scheme: "http", authority: "x", path: "/api/v1/photos",
        headerFields: headers), body: RequestBody(asyncSequence: stream))
  }

  private let exhibits = UploadExhibits(usesFolders: false)
  private let big = picture() + [UInt8](repeating: 7, count: 400_000)

  private var isEmpty: Bool {
    station.originals.kept.isEmpty && station.originals.drafts.isEmpty
  }

  @Test func aConnectionThatIsCutLeavesNothing() async throws {
    let reader = UploadReader(uploads())
    await #expect(throws: ChannelError.self) {
      try await reader.single(
        request([big, big], isCut: true), name: Array("a".utf8), exhibits: exhibits)
    }
    #expect(isEmpty)
    var form = UploadForm()
    form.add("1.gif", big)
    form.add("2.gif", big)
    await #expect(throws: ChannelError.self) {
      try await reader.multipart(
        request([form.bytes], isCut: true), boundary: Array("frontier".utf8), exhibits: exhibits)
    }
    #expect(isEmpty)
  }

  @Test func aBodyThatEndsEarlyIsNotTakenForWhole() async throws {
    let reader = UploadReader(uploads())
    let error = await #expect(throws: Problem.self) {
      try await reader.single(
        request([big], isCut: false, length: big.count + 1), name: [], exhibits: exhibits)
    }
    #expect(error?.code == "bodyCut")
    var form = UploadForm()
    form.add("1.gif", big)
    let truncated = await #expect(throws: Problem.self) {
      try await reader.multipart(
        request([form.bytes], isCut: false), boundary: Array("frontier".utf8), exhibits: exhibits)
    }
    #expect(truncated?.code == "truncated")
    #expect(isEmpty)
  }

  @Test func aFileThatIsTooLargeIsRefusedAsSoonAsItIs() async throws {
    let reader = UploadReader(uploads(maximumFileBytes: 100_000))
    let announced = await #expect(throws: Problem.self) {
      try await reader.single(
        request([], isCut: false, length: 100_001), name: [], exhibits: exhibits)
    }
    #expect(announced?.status == .contentTooLarge)
    let single = try await reader.single(
      request([big, big], isCut: false), name: [], exhibits: exhibits)
    #expect(single.kept.isEmpty && single.refused.first?.refusal.isTooLarge == true)
    var form = UploadForm()
    form.add("large.gif", big)
    form.add("small.gif", picture())
    let received = try await reader.multipart(
      request([form.whole], isCut: false), boundary: Array("frontier".utf8), exhibits: exhibits)
    #expect(received.kept.map { $0.upload.name } == [Array("small.gif".utf8)])
    #expect(received.refused.map(\.size) == [big.count])
    #expect(station.originals.drafts.count == 1)
  }

  @Test func aFullDiskIsSaidAndNothingIsHalfLeft() async throws {
    let ann = try await station.logIn("Ann Reader")
    let full = try StationFixture { $0.uploads = uploads(freeBytes: UploadDesk.reservedBytes - 1) }
    let bob = try await full.logIn("Bob Reader")
    let answer = try await bob.upload(picture())
    #expect(answer.status == 507)
    #expect(answer.problem == "diskFull")
    #expect(isEmpty)
    #expect(try await ann.upload(picture()).status == 202)
  }

  @Test func aCaseThatCannotBeWrittenLeavesNoPhotoBehind() async throws {
    let desk = desk
    let isFull = Mutex(true)
    let uploads = uploads(writes: { batches in
      guard !isFull.withLock({ $0 }) else {
        throw CaseFileError(.diskFull, "the disk is full", cure: "Make room.")
      }
      return try await desk.use { try $0.recordUploads(batches) }
    })
    let failing = try StationFixture { $0.uploads = uploads }
    let ann = try await failing.logIn("Ann Reader")
    var form = UploadForm()
    form.add("1.gif", picture("1"))
    form.add("2.gif", picture("2"))
    #expect(try await ann.upload(form, key: "k").status == 507)
    #expect(isEmpty)
    isFull.withLock { $0 = false }
    #expect(try await ann.upload(form, key: "k").status == 202)
    #expect(station.originals.kept.count == 2)
    // What was recorded before stays when the same bytes fail later.
    isFull.withLock { $0 = true }
    #expect(try await ann.upload(form, key: "l").status == 507)
    #expect(station.originals.kept.count == 2)
  }

  @Test func whatOneRequestIsRefusedForDoesNotTouchTheOthers() async throws {
    let desk = desk
    let uploads = uploads(writes: { batches in
      guard !batches.contains(where: { $0.uploads[0].name == Array("bad".utf8) }) else {
        throw CaseFileError(.badResult, "one of them is bad", cure: "Leave it out.")
      }
      return try await desk.use { try $0.recordUploads(batches) }
    })
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<20 {
        group.addTask {
          var received = ReceivedUploads()
          let name = Array((number == 7 ? "bad" : "\(number)").utf8)
          var receiver = uploads.receiver()
          try? await receiver.append(picture("\(number)"))
          guard case .kept(let draft)? = try? await receiver.finish() else { return false }
          received.kept = [
            (NewUpload(name: name, sha256: draft.sha256, size: Int64(draft.size)), draft)
          ]
          return (try? await uploads.record(received, key: nil, person: "Ann")) != nil
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count { $0 } == 19)
    #expect(try await desk.use { try $0.uploads(limit: 100).count } == 19)
    #expect(station.originals.kept.count == 19 && station.originals.drafts.isEmpty)
  }

  @Test func manySendersShareTransactions() async throws {
    let desk = desk
    let calls = Mutex(0)
    let shared = try StationFixture { services in
      services.uploads = uploads(writes: { batches in
        calls.withLock { $0 += 1 }
        try await Task.sleep(for: .milliseconds(30))
        return try await desk.use { try $0.recordUploads(batches) }
      })
    }
    let ann = try await shared.logIn("Ann Reader")
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<50 {
        group.addTask { try await ann.upload(picture("\(number)")).status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == [Int](repeating: 202, count: 50))
    #expect(calls.withLock { $0 } < 25)
    #expect(try await desk.use { try $0.uploads(limit: 100).count } == 50)
    #expect(station.originals.kept.count == 50 && station.originals.drafts.isEmpty)
  }

  @Test func whatAKilledServerLeftIsSweptAndWhatItAcknowledgedStays() async throws {
    let ann = try await station.logIn("Ann Reader")
    #expect(try await ann.upload(picture("acknowledged")).status == 202)
    let store = station.services.originals
    let dead = station.folder + "/originals/.drafts/dead"
    try FileManager.default.createDirectory(atPath: dead, withIntermediateDirectories: true)
    // Killed while bytes came; between the bytes and the ledger; between the ledger and the answer.
    for (name, bytes) in [
      ("1", Array("half".utf8)), ("2", picture("between")), ("3", picture("acknowledged")),
    ] {
      try Data(bytes).write(to: URL(filePath: dead + "/\(name).part"))
    }
    let between = store.path(of: PhotoDigest.sha256(of: picture("between")))
    try FileManager.default.createDirectory(
      atPath: String(between.text.dropLast(63)), withIntermediateDirectories: true)
    try FileManager.default.linkItem(atPath: dead + "/2.part", toPath: between.text)
    try await uploads().prepare()
    #expect(!FileManager.default.fileExists(atPath: between.text))
    #expect(!FileManager.default.fileExists(atPath: dead))
    #expect(station.originals.kept.count == 1 && station.originals.drafts.isEmpty)
    #expect(try await ann.upload(picture("between")).status == 202)
  }
}
