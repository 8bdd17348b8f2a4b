import BlockList
import CaseFile
import Crypto
import Foundation
import IMEI
import Intake
import Synchronization

/// A case file in a folder of its own, which goes with it, and photos to put into it.
final class CaseHaul: Sendable {
  static let number = "356938035643809"
  static let other = "490154203237518"
  static let third = "868545707582446"
  static let list = list("2026-11-20")
  static let types = list("2026-01-02", name: "types")

  let folder: String
  let path: String
  let file: CaseFile

  /// A case whose clock goes on by a second with every look at it.
  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/record-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/haul.case"
    file = try CaseFile.create(
      at: path,
      details: CaseDetails(
        reference: "OP HERON/12", uniqueReferenceNumber: "01AB1234526", officerInCharge: "DI Chen"),
      session: CaseSession(person: "Ann 1", program: "imeikit 0.7.0", machine: "desk1"),
      clock: Self.clock())
    for (name, number, role) in [
      ("Ann", "1", OperatorRole.reader), ("Bob", "2", .reader), ("Cy", "3", .settler),
    ] { try file.addOperator(name: name, number: number, role: role) }
  }

  deinit {
    try? file.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func clock() -> AuditClock {
    let seconds = Mutex<Int64>(0)
    return AuditClock {
      let second = seconds.withLock { count in
        count += 1
        return count
      }
      return AuditClock.Reading(
        time: 1_795_000_000_000 + second * 1_000, monotonic: second * 1_000, source: "test")
    }
  }

  static func list(_ date: String, name: String = "Stolen") -> ListReference {
    // swift-format-ignore: NeverUseForceTry
    ListReference(
      name: name, date: try! ListDate(date), sha256: String(repeating: "a", count: 64))
  }

  static func answer(flags digits: String? = nil, _ list: ListReference = list) -> Answer {
    Answer(
      matches: digits.map {
        [
          Match(
            list: list, listed: $0, checkDigit: .agrees, reason: "stolen", date: "2026-10-30",
            line: 7)
        ]
      } ?? [], lists: [list])
  }

  /// A reading as the machine would make it.
  static func reading(
    _ digits: String = number, accepted: Bool = true, answer: Answer? = CaseHaul.answer(),
    slot: Int? = nil, make: String? = nil, leads: [PhotoResult.Lead] = []
  ) -> PhotoResult.Reading {
    // swift-format-ignore: NeverForceUnwrap
    let imei = IMEI(digits)!
    return PhotoResult.Reading(
      imei: digits, formatted: imei.formatted, status: accepted ? .accepted : .review,
      reasons: accepted ? [] : ["One source alone."], checkDigit: imei.checkDigit,
      reportingBody: imei.reportingBody,
      tac: PhotoResult.TAC(
        code: imei.tac.digits, make: make, model: make.map { "\($0) 1" },
        list: make == nil ? nil : types),
      sources: accepted ? ["ocr.tesseract", "barcode.code128"] : ["ocr.digits"],
      confidence: accepted ? 0.999 : 0.7, digits: Array(repeating: 0.9, count: digits.count),
      slot: slot,
      box: [(10, 20), (110, 20), (110, 40), (10, 40)].map { PhotoResult.Point(x: $0.0, y: $0.1) },
      leads: leads, answer: answer)
  }

  /// A photo whose SHA-256 is that of its path, unless other bytes are given.
  static func photo(
    _ path: String, _ readings: [PhotoResult.Reading] = [reading()],
    status: PhotoResult.Status? = nil, bytes: String? = nil, hash: UInt64? = nil,
    orientation: Int? = nil, crops: [RecordedCrop] = []
  ) -> RecordedPhoto {
    let state: PhotoResult.Status =
      readings.isEmpty
      ? .none : readings.allSatisfy { $0.status == .accepted } ? .accepted : .review
    let whole = path.hasPrefix("/") ? path : "/photos/" + path
    let result = PhotoResult(
      path: PhotoPath(whole), status: status ?? state, sha256: digest(bytes ?? path),
      reason: status == .refused ? "It is no picture." : nil, width: 4000, height: 3000,
      orientation: orientation, camera: PhotoResult.Camera(time: "2026-11-20T10:00:00"),
      readings: readings)
    return RecordedPhoto(
      path: Array(whole.utf8), sha256: result.sha256,
      stamp: FileStamp(size: 1_000, modified: 1_700_000_000_000_000_000), perceptualHash: hash,
      result: json(result), crops: crops)
  }

  private static func json(_ result: PhotoResult) -> String {
    // swift-format-ignore: NeverUseForceTry
    String(decoding: try! result.json(), as: UTF8.self)
  }

  /// A file that could not be read at all.
  static func unread(_ path: String) -> RecordedPhoto {
    let result = PhotoResult.refused(
      PhotoPath(path), reason: "It is a folder.", cure: "Give a file.")
    return RecordedPhoto(
      path: Array(path.utf8), sha256: nil, stamp: nil,
      result: json(result))
  }

  /// Records photos in a run of their own.
  func record(_ photos: [RecordedPhoto], lists: [ListReference] = [CaseHaul.list]) throws {
    let run = try file.beginRun(
      RunDetails(
        settings: RunSettings(
          toolVersion: "0.7.0", components: ["ocr": "5.3.0"], values: ["scale": "auto"]),
        lists: lists, sandbox: "seccomp", machine: "desk1"))
    try file.record(photos, run: run)
    try file.endRun(run, outcome: "finished")
  }

  /// Records a photo of one reading and says which exhibit it shows.
  func record(
    _ path: String, of exhibit: String, _ readings: [PhotoResult.Reading] = [reading()],
    status: PhotoResult.Status? = nil, hash: UInt64? = nil
  ) throws {
    try record([Self.photo(path, readings, status: status, hash: hash)])
    try assign([path], to: exhibit)
  }

  func assign(_ photos: [String], to exhibit: String) throws {
    try file.assign(
      photos.map { PhotoAssignment(photo: Self.digest($0), exhibit: exhibit, source: .folder) },
      addingExhibits: true)
  }

  func decide(
    _ path: String, _ act: Decision.Act, on number: ReadingSubject.Number = .read(0),
    answer: Answer.State? = nil, person: String
  ) throws {
    try file.decide(
      Decision(
        subject: ReadingSubject(photo: Self.digest(path), number: number), act: act,
        answer: answer.map(Answer.withoutLists)), person: person)
  }

  /// SHA-256 of a text, in hexadecimal digits.
  static func digest(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}
