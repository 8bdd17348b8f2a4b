import BlockList
import CaseFile
import Crypto
import Foundation
import IMEI

/// Photos with results as the kit prints them, made up and always the same.
struct MadePhotos {
  /// One photo of so many has a reading for people to decide on.
  var reviewEvery = 20
  /// How many photos show one exhibit.
  var photosOfAnExhibit = 4
  /// Whether the photos are of several models, and flagged numbers say which entry of the list flags them.
  var isHaul = false

  /// Type allocation codes of nobody, with names that lists have.
  private static let types = [
    ("35693803", "Samsung", "Galaxy A54"), ("35407511", "Apple", "iPhone 13"),
    ("86845402", "Xiaomi", "Redmi Note 12"), ("35824005", "Google", "Pixel 7"),
    ("35166304", "Motorola", "Moto G84"), ("35945310", "Nokia", "G42"),
    ("86718204", "OPPO", "A78"),
  ]

  /// The list that was asked.
  static func list() throws -> ListReference {
    ListReference(
      name: "Stolen", date: try ListDate("2026-03-04"), sha256: String(repeating: "5e", count: 32))
  }

  /// Photo number `index`: one reading, of the size that results have.
  func photo(_ index: Int) -> RecordedPhoto {
    let path = "/evidence/haul/AB\(index / photosOfAnExhibit)/IMG_\(20_000 + index).jpg"
    let sha256 = hexadecimal(SHA256.hash(data: Data(path.utf8)))
    let imei = number(index)
    let confidences = (0..<15).map { "0.99\($0 + 10)" }.joined(separator: ",")
    let boxes = (0..<15).map { digit in
      let x = 200 + digit * 24
      return "[[\(x),310],[\(x + 22),310],[\(x + 22),352],[\(x),352]]"
    }.joined(separator: ",")
    let status = index % reviewEvery == 0 ? "review" : "accepted"
    let isFlagged = index % 50 == 0
    let answer = isFlagged ? "flagged" : "notFlagged"
    let type = isHaul ? type(index) : nil
    let slot = isHaul ? index % photosOfAnExhibit + 1 : 1
    let list =
      #"{"name":"Stolen","date":"2026-03-04","sha256":"\#(String(repeating: "5e", count: 32))","kind":"block"}"#
    let types =
      #"{"name":"TAC list","date":"2026-01-02","sha256":"\#(String(repeating: "7c", count: 32))","kind":"tac"}"#
    let match =
      #"{"list":\#(list),"listed":"\#(imei)","checkDigit":"agrees","reason":"stolen","date":"2026-02-11","#
      + #""reference":null,"reportedBy":null,"history":[],"removed":null,"line":\#(index + 2)}"#
    let result = """
      {"schema":"imeikit.photo/1","file":"\(path)","fileBytes":null,"sha256":"\(sha256)",\
      "status":"\(status)","reason":null,"cure":null,"width":4000,"height":3000,"orientation":6,\
      "pages":1,"camera":{"time":"2026-11-20T10:00:00","make":"Maker","model":"Model"},\
      "readings":[{"imei":"\(imei)","formatted":"\(imei)","sv":null,"status":"\(status)",\
      "reasons":[],"checkDigit":"agrees","reportingBody":{"code":"35","name":"TÜV SÜD BABT",\
      "state":"allocating"},"tac":{"code":"\(imei.prefix(8))","make":\(Self.json(type?.1)),"model":\(Self.json(type?.2)),"list":\(type == nil ? "null" : types)},\
      "sources":["ocr.tesseract","ocr.digits"],"confidence":0.9998,"digits":[\(confidences)],\
      "caption":"IMEI \(slot)","slot":\(slot),"page":1,"box":[[200,310],[560,310],[560,352],[200,352]],\
      "digitBoxes":[\(boxes)],"crop":null,"cropDigitBoxes":[\(boxes)],"alternatives":[],\
      "answer":{"state":"\(answer)","matches":[\(isFlagged && isHaul ? match : "")],"removed":[],"allowed":[],\
      "lists":[\(list)],\
      "notCheckedBecause":null},"flags":[]}],"others":[],\
      "milliseconds":{"decode":21.5,"locate":88.25,"read":120.75},"warnings":[]}
      """
    return RecordedPhoto(
      path: Array(path.utf8), sha256: sha256,
      stamp: FileStamp(size: 3_000_000 + Int64(index), modified: 1_700_000_000_000_000_000),
      perceptualHash: UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15, result: result)
  }

  /// The IMEI on photo number `index`.
  func number(_ index: Int) -> String {
    var body = String(35_693_803_000_000 + index * 7)
    if isHaul { body = type(index).0 + body.suffix(6) }
    guard let imei = IMEI(body) else { return body }
    return body + String(imei.computedCheckDigit)
  }

  /// Makes are not as many as one another.
  private func type(_ index: Int) -> (String, String, String) {
    let exhibit = index / photosOfAnExhibit
    return Self.types[exhibit * exhibit % 13 % Self.types.count]
  }

  private static func json(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }

  private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
