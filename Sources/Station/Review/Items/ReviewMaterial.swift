internal import BlockList
internal import CaseFile
internal import Foundation
internal import Intake

/// What the case has on one number: what items are made of, and what is compared after keying.
struct ReviewMaterial: Sendable {
  let subject: ReadingSubject
  let photo: Photo
  let name: String
  let seals: [String]
  /// The result in force, unless it cannot be read.
  let result: PhotoResult?
  let cropSize: PictureSize?
  /// Every number that anybody read or keyed here.
  let numbers: [String]

  /// The machine's reading; nil for a number that it did not read.
  var reading: PhotoResult.Reading? {
    guard case .read(let position) = subject.number, let result,
      result.readings.indices.contains(position)
    else { return nil }
    return result.readings[position]
  }

  /// Fetches it; to be called on the case's queue.
  ///
  /// - Returns: nil when the case has no such photo.
  /// - Throws: `CaseFileError`.
  init?(_ subject: ReadingSubject, in file: CaseFile) throws {
    guard let photo = try file.photo(subject.photo) else { return nil }
    self.subject = subject
    self.photo = photo
    let path =
      try file.uploads(ofPhoto: subject.photo).last?.name ?? photo.names.first.map(Self.lastPart)
    name = String(decoding: path ?? [], as: UTF8.self)
    seals = try photo.exhibits.compactMap { reference in
      try file.exhibit(reference)?.seals.last { $0.to == nil }?.number
    }
    let json = try file.resultInForce(of: subject.photo)?.current
    result = json.flatMap { try? PhotoResult(json: $0.utf8) }
    if case .read(let position) = subject.number {
      cropSize = try file.crop(of: subject.photo, position: position).flatMap(PictureSize.init)
    } else {
      cropSize = nil
    }
    let standing = try file.standing(of: subject.photo)
    numbers = standing.numbers.flatMap(\.state.everyNumber)
  }

  private static func lastPart(_ path: [UInt8]) -> [UInt8] {
    Array(path.split(separator: UInt8(ascii: "/")).last ?? path[...])
  }
}
