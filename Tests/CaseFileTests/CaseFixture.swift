import BlockList
import CaseFile
import Crypto
import Foundation
import GRDB

/// A case file in a folder of its own, which goes with it.
final class CaseFixture: Sendable {
  let folder: String
  let path: String
  let file: CaseFile

  static let settings = RunSettings(
    toolVersion: "0.5.0", components: ["ocr": "5.3.0", "network": "ab12"],
    values: ["scale": "auto"])
  static let otherSettings = RunSettings(
    toolVersion: "0.5.0", components: ["ocr": "5.3.0", "network": "cd34"],
    values: ["scale": "auto"])

  init(person: String = "Ann Reader 1") throws {
    folder = FileManager.default.temporaryDirectory.path + "/case-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/haul.case"
    file = try CaseFile.create(
      at: path, details: CaseDetails(reference: "OP HERON/12"),
      session: CaseSession(person: person, program: "imeikit 0.5.0", machine: "desk1"))
  }

  deinit {
    try? file.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  func open(_ mode: CaseMode = .readWrite, person: String = "Bob Reader 2") throws -> CaseFile {
    try CaseFile.open(
      at: path, mode: mode,
      session: CaseSession(person: person, program: "imeikit 0.5.0", machine: "desk1"))
  }

  func begin(_ settings: RunSettings = CaseFixture.settings) throws -> RunID {
    try file.beginRun(
      RunDetails(
        settings: settings,
        lists: [
          ListReference(
            name: "Stolen", date: try ListDate("2026-03-04"),
            sha256: String(repeating: "a", count: 64))
        ], sandbox: "seccomp", machine: "desk1"))
  }

  /// Records photos, begun and ended in a run of their own.
  @discardableResult
  func record(_ photos: [RecordedPhoto], settings: RunSettings = CaseFixture.settings) throws
    -> RunID
  {
    let run = try begin(settings)
    try file.record(photos, run: run)
    try file.endRun(run, outcome: "finished")
    return run
  }

  /// Changes the file behind the log's back, as a person with the sqlite3 shell would.
  func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF") }
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }
}

/// What a reading in a made-up result says.
struct MadeReading {
  var imei = "356938035643809"
  var status = "accepted"
  var checkDigit = "agrees"
  var answer = "notFlagged"
  var slot: Int?
}

/// A made-up photo: its digest is that of its name, unless one is given.
func made(
  _ name: String, readings: [MadeReading] = [MadeReading()], status: String? = nil,
  bytes: String? = nil, hash: UInt64? = nil, crops: [RecordedCrop] = [], note: String = ""
) -> RecordedPhoto {
  let sha256 = digest(bytes ?? name)
  let parts = readings.map { reading in
    """
    {"imei":"\(reading.imei)","status":"\(reading.status)","checkDigit":"\(reading.checkDigit)",\
    "reportingBody":{"code":"35","state":"allocating"},"slot":\(reading.slot.map { "\($0)" } ?? "null"),\
    "page":1,"box":[[10,20],[110,20],[110,40],[10,40]],"crop":null,\
    "answer":{"state":"\(reading.answer)","lists":[{"name":"Stolen","date":"2026-03-04","sha256":"aa"}]}}
    """
  }
  let state =
    status
    ?? (readings.isEmpty
      ? "none" : readings.allSatisfy { $0.status == "accepted" } ? "accepted" : "review")
  let json = """
    {"schema":"imeikit.photo/1","file":"\(name)","sha256":"\(sha256)","status":"\(state)","width":4000,\
    "height":3000,"camera":{"time":"2026-11-20T10:00:00"},"readings":[\(parts.joined(separator: ","))],\
    "warnings":["\(note)"]}
    """
  return RecordedPhoto(
    path: Array("/photos/\(name)".utf8), sha256: sha256,
    stamp: FileStamp(size: 1_000, modified: 1_700_000_000_000_000_000), perceptualHash: hash,
    result: json, crops: crops)
}

/// SHA-256 of a text, in hexadecimal digits.
func digest(_ text: String) -> String {
  SHA256.hash(data: Data(text.utf8)).map { byte in
    let digits = String(byte, radix: 16)
    return digits.count < 2 ? "0" + digits : digits
  }.joined()
}

/// The code of the error that `body` throws; `nil` when it throws none.
func code(_ body: () throws -> Void) -> CaseFileError.Code? {
  do {
    try body()
    return nil
  } catch let error as CaseFileError {
    return error.code
  } catch {
    return nil
  }
}
