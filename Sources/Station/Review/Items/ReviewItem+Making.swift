internal import BlockList
internal import CaseFile
internal import Foundation
internal import IMEI
internal import Intake

extension ReviewItem {
  /// What a ticket stands for, out of what the case has on it.
  ///
  /// - Parameter expires: until when the person has it.
  init(_ ticket: ReviewTicket, _ material: ReviewMaterial, expires: Date) {
    let isShown = ticket.kind == .confirm
    let hiding = HiddenDigits(isShown ? [] : material.numbers)
    func shown(_ text: String) -> String {
      let visible = VisibleText.escaping(text, limit: 300)
      return isShown ? visible : hiding.masking(visible)
    }
    let reading = material.reading
    let hasFifteen = reading?.imei.utf8.count == 15
    id = ticket.id
    kind = ticket.kind
    photo = material.subject.photo
    subject = material.subject.number.name
    name = shown(material.name)
    exhibits = material.photo.exhibits.map(shown)
    seals = material.seals.map(shown)
    caption = reading?.caption.map(shown)
    slot = reading?.slot
    crop = material.crop
    image = material.image
    digits = isShown ? reading?.imei : nil
    doubtful = hasFifteen ? reading?.digits.map { $0 < ReadingFigures.doubt } ?? [] : []
    checkDigit = isShown ? reading?.checkDigit.rawValue : nil
    reasons = isShown ? reading?.reasons ?? [] : []
    sources = isShown ? reading?.sources ?? [] : []
    version = ticket.version
    expiresAt = StationTime.text(expires)
  }
}

extension ReviewMaterial {
  /// The picture of the digits; nil when none was kept.
  var crop: ReviewItem.Crop? {
    guard let cropSize else { return nil }
    let boxes = (reading?.cropDigitBoxes ?? []).compactMap(PixelBox.init)
    return ReviewItem.Crop(
      url: Self.cropAddress(subject),
      width: cropSize.width, height: cropSize.height, boxes: boxes.count == 15 ? boxes : [])
  }

  /// Where the picture of a reading's digits is fetched.
  static func cropAddress(_ subject: ReadingSubject) -> String {
    "/\(StationRouter.prefix)/photos/\(subject.photo)/crops/\(subject.number.order)"
  }

  /// The whole photo; nil when it could not be opened.
  var image: ReviewItem.Image? {
    guard let width = result?.width ?? photo.width, let height = result?.height ?? photo.height
    else { return nil }
    // EXIF orientations from 5 on lie on their side.
    let isTurned = (5...8).contains(result?.orientation ?? 1)
    let corners = reading.flatMap { $0.page == 1 && $0.box.count == 4 ? $0.box : nil }
    return ReviewItem.Image(
      url: "/\(StationRouter.prefix)/photos/\(subject.photo)/image",
      width: isTurned ? height : width, height: isTurned ? width : height,
      place: corners?.map { [$0.x, $0.y] })
  }
}
