import BlockList
import CaseFile
import Crypto
import Foundation
import Reporting

extension SampleHaul {
  static let model = String(repeating: "e7", count: 32)
  static let run = record.runs[0].identifier

  /// The start of a PNG file of this size, and bytes that are each picture's own.
  static func png(width: UInt8, height: UInt8, _ content: String) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
      + [0, 0, 0, width, 0, 0, 0, height, 8, 0, 0, 0, 0] + Array(content.utf8)
  }

  static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: Data(bytes)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// A picture of digits for each photo's first two readings.
  static let pictures = ReportImages(crop: { photo, position in
    position < 2 ? png(width: 200, height: 40, "\(photo) \(position)") : nil
  })

  /// The sample with all that files of the ontology can tell of: pictures of digits, who asked the lists, what
  /// photos were read with, and three photos of no exhibit, two of which show one number.
  static let whole: HaulRecord = {
    var record = SampleHaul.record
    record.runs[0].components = ["Tesseract": "5.3.0", "network recogniser": "SHA-256 \(model)"]
    record.runs[0].settings =
      #"{"components":{},"settings":{"maximum pages":"100"},"tool":"0.7.0"}"#
    for place in record.exhibits.indices {
      for photo in record.exhibits[place].photos.indices {
        record.exhibits[place].photos[photo].run = run
        record.exhibits[place].photos[photo].readAt =
          record.exhibits[place].photos[photo].recordedAt
      }
      for number in record.exhibits[place].numbers.indices {
        complete(&record.exhibits[place].numbers[number])
      }
    }
    record.exhibits[1].numbers[0].asking = AskingRecord(
      occasion: .recheck(event: 400), person: "C. Clerk 4713", program: "imeikit 0.8.0")
    record.exhibits[1].numbers[0].answeredAt = "2026-11-21T10:00:00.000Z"
    record.unassignedPhotos = (4...6).map { byte in
      var photo = photo(UInt8(byte) * 0x11, name: "loose \(byte).jpg", digits: ["490154203237518"])
      photo.run = run
      return photo
    }
    var shared = number(
      "490154203237518", formatted: "49-015420-323751-8", standing: .open,
      photo: record.unassignedPhotos[0].sha256,
      opinions: [
        OpinionRecord(
          person: "B. Second 4712", digits: "490154203237518", isBlind: true,
          time: "2026-11-21T09:45:00.000Z", event: 250, photo: record.unassignedPhotos[2].sha256)
      ])
    shared.sightings.append(.init(photo: record.unassignedPhotos[2].sha256, position: 1))
    complete(&shared)
    record.unassignedNumbers = [shared]
    record.counts.photosWithoutExhibit = 3
    return record
  }()

  private static func complete(_ number: inout NumberRecord) {
    number.asking = AskingRecord(
      occasion: .reading(run: run), person: "A. Reader 4711", program: "imeikit 0.7.0")
    for place in number.sightings.indices {
      let sighting = number.sightings[place]
      number.sightings[place].cropSHA256 = digest(
        png(width: 200, height: 40, "\(sighting.photo) \(sighting.position ?? 0)"))
    }
  }

  /// ``whole`` with every text that a stranger can choose hostile, in what it has beyond the exhibits.
  static let hostileWhole: HaulRecord = {
    var record = hostileHaul
    var photos = whole.unassignedPhotos
    for place in photos.indices {
      photos[place].names = [Array("../\(worst)".utf8)]
      photos[place].person = worst
      photos[place].remarks = [worst]
    }
    record.unassignedPhotos = photos
    record.unassignedNumbers = whole.unassignedNumbers
    record.unassignedNumbers[0].asking = AskingRecord(
      occasion: .reading(run: worst), person: worst, program: worst)
    record.runs = whole.runs
    record.runs[0].components = [worst: worst, "\(worst)2": "SHA-256 \(model)"]
    record.runs[0].toolVersion = worst
    record.runs[0].settingsDigest = worst
    return record
  }()
}
