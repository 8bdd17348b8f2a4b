import CaseFile
import Crypto
import Foundation
import IMEI

/// Photos with results as the kit prints them, made up and always the same.
struct MadePhotos {
  /// One photo of so many has a reading for people to decide on.
  let reviewEvery: Int

  /// Photo number `index`: one reading, of the size that results have.
  func photo(_ index: Int) -> RecordedPhoto {
    let path = "/evidence/haul/AB\(index / 4)/IMG_\(20_000 + index).jpg"
    let sha256 = hexadecimal(SHA256.hash(data: Data(path.utf8)))
    let imei = number(index)
    let confidences = (0..<15).map { "0.99\($0 + 10)" }.joined(separator: ",")
    let boxes = (0..<15).map { digit in
      let x = 200 + digit * 24
      return "[[\(x),310],[\(x + 22),310],[\(x + 22),352],[\(x),352]]"
    }.joined(separator: ",")
    let status = index % reviewEvery == 0 ? "review" : "accepted"
    let answer = index % 50 == 0 ? "flagged" : "notFlagged"
    let result = """
      {"schema":"imeikit.photo/1","file":"\(path)","fileBytes":null,"sha256":"\(sha256)",\
      "status":"\(status)","reason":null,"cure":null,"width":4000,"height":3000,"orientation":6,\
      "pages":1,"camera":{"time":"2026-11-20T10:00:00","make":"Maker","model":"Model"},\
      "readings":[{"imei":"\(imei)","formatted":"\(imei)","sv":null,"status":"\(status)",\
      "reasons":[],"checkDigit":"agrees","reportingBody":{"code":"35","name":"TÜV SÜD BABT",\
      "state":"allocating"},"tac":{"code":"\(imei.prefix(8))","make":null,"model":null,"list":null},\
      "sources":["ocr.tesseract","ocr.digits"],"confidence":0.9998,"digits":[\(confidences)],\
      "caption":"IMEI 1","slot":1,"page":1,"box":[[200,310],[560,310],[560,352],[200,352]],\
      "digitBoxes":[\(boxes)],"crop":null,"cropDigitBoxes":[\(boxes)],"alternatives":[],\
      "answer":{"state":"\(answer)","matches":[],"removed":[],"allowed":[],\
      "lists":[{"name":"Stolen","date":"2026-03-04","sha256":"\(sha256)","kind":"block"}],\
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
    let body = String(35_693_803_000_000 + index * 7)
    guard let imei = IMEI(body) else { return body }
    return body + String(imei.computedCheckDigit)
  }

  private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
