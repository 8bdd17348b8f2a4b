public import BlockList
public import IMEI

extension PhotoResult {
  /// One identifier read off one photo.
  public struct Reading: Hashable, Sendable {
    /// Whether a person has to settle it.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
      /// Independent sources agree and nothing speaks against it.
      case accepted
      /// A person has to settle it, for the ``Reading/reasons`` given.
      case review
    }

    /// The digits as printed: 15, or 14 when no check digit is printed.
    public var imei: String
    /// The digits in groups, `35-693803-564380-9`.
    public var formatted: String
    /// The two-digit software version, when one is printed.
    public var sv: String?
    /// Whether a person has to settle it.
    public var status: Status
    /// Every reason against accepting it, for people; empty when accepted.
    public var reasons: [String]
    /// The check digit against the other fourteen.
    public var checkDigit: CheckDigitState
    /// Who assigned the number, by its first two digits.
    public var reportingBody: ReportingBody
    /// The first eight digits and what the TAC list says of them.
    public var tac: TAC
    /// Who read it: `ocr.tesseract`, `ocr.digits`, `barcode.code128` …, in fixed order.
    public var sources: [String]
    /// How sure the number as a whole is, 0...1.
    public var confidence: Double
    /// How sure each digit is, 0...1, as many as ``imei`` has digits.
    public var digits: [Double]
    /// The caption as printed.
    public var caption: String?
    /// The SIM slot the caption names.
    public var slot: Int?
    /// The page it stands on; the first is 1.
    public var page: Int
    /// The four corners in pixels of the upright page, clockwise from the text's top left.
    public var box: [Point]
    /// The four corners of each digit as in ``box``, as many as ``imei`` has digits; empty when not
    /// known, as for a barcode's payload.
    public var digitBoxes: [[Point]]
    /// The name of the file that holds the picture of the digits; null when none was written.
    public var crop: String?
    /// The four corners of each digit in pixels of the crop; empty when there is no crop.
    public var cropDigitBoxes: [[Point]]
    /// The crop's PNG file on its way from a worker; no part of the photo's JSON.
    public var cropPNG: [UInt8]?
    /// Other readings that fit the picture, likeliest first; leads, never verdicts.
    public var alternatives: [Alternative]
    /// Listed numbers that the doubtful digits of a reading in review may be, most probable first; no
    /// answer. The key is written only when there are some.
    public var leads: [Lead]
    /// The block-list answer for ``imei``; null when none was asked.
    public var answer: Answer?
    /// Marks that speak neither for nor against, such as `historicReportingBody`.
    public var flags: [String]

    /// Makes a reading from its parts.
    public init(
      imei: String, formatted: String, sv: String? = nil, status: Status, reasons: [String],
      checkDigit: CheckDigitState, reportingBody: ReportingBody, tac: TAC, sources: [String],
      confidence: Double, digits: [Double], caption: String? = nil, slot: Int? = nil,
      page: Int = 1, box: [Point], digitBoxes: [[Point]] = [], crop: String? = nil,
      cropDigitBoxes: [[Point]] = [], alternatives: [Alternative] = [],
      leads: [Lead] = [], answer: Answer? = nil, flags: [String] = []
    ) {
      self.imei = imei
      self.formatted = formatted
      self.sv = sv
      self.status = status
      self.reasons = reasons
      self.checkDigit = checkDigit
      self.reportingBody = reportingBody
      self.tac = tac
      self.sources = sources
      self.confidence = confidence
      self.digits = digits
      self.caption = caption
      self.slot = slot
      self.page = page
      self.box = box
      self.digitBoxes = digitBoxes
      self.crop = crop
      self.cropDigitBoxes = cropDigitBoxes
      self.alternatives = alternatives
      self.leads = leads
      self.answer = answer
      self.flags = flags
    }
  }
}

extension PhotoResult.Reading: Codable {
  private enum CodingKeys: String, CodingKey {
    case imei, formatted, sv, status, reasons, checkDigit, reportingBody, tac, sources, confidence
    case digits, caption, slot, page, box, digitBoxes, crop, cropDigitBoxes, alternatives, leads
    case answer, flags
  }

  /// Reads an object of the schema; `leads` may be missing.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    imei = try keys.decode(String.self, forKey: .imei)
    formatted = try keys.decode(String.self, forKey: .formatted)
    sv = try keys.decodeIfPresent(String.self, forKey: .sv)
    status = try keys.decode(Status.self, forKey: .status)
    reasons = try keys.decode([String].self, forKey: .reasons)
    checkDigit = try keys.decode(CheckDigitState.self, forKey: .checkDigit)
    reportingBody = try keys.decode(ReportingBody.self, forKey: .reportingBody)
    tac = try keys.decode(PhotoResult.TAC.self, forKey: .tac)
    sources = try keys.decode([String].self, forKey: .sources)
    confidence = try keys.decode(Double.self, forKey: .confidence)
    digits = try keys.decode([Double].self, forKey: .digits)
    caption = try keys.decodeIfPresent(String.self, forKey: .caption)
    slot = try keys.decodeIfPresent(Int.self, forKey: .slot)
    page = try keys.decode(Int.self, forKey: .page)
    box = try keys.decode([PhotoResult.Point].self, forKey: .box)
    digitBoxes = try keys.decode([[PhotoResult.Point]].self, forKey: .digitBoxes)
    crop = try keys.decodeIfPresent(String.self, forKey: .crop)
    cropDigitBoxes = try keys.decode([[PhotoResult.Point]].self, forKey: .cropDigitBoxes)
    alternatives = try keys.decode([PhotoResult.Alternative].self, forKey: .alternatives)
    leads = try keys.decodeIfPresent([PhotoResult.Lead].self, forKey: .leads) ?? []
    answer = try keys.decodeIfPresent(Answer.self, forKey: .answer)
    flags = try keys.decode([String].self, forKey: .flags)
  }

  /// Writes every key in the schema's order, `leads` only when there are some; confidences with four
  /// decimals.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(imei, forKey: .imei)
    try keys.encode(formatted, forKey: .formatted)
    try keys.encode(sv, forKey: .sv)
    try keys.encode(status, forKey: .status)
    try keys.encode(reasons, forKey: .reasons)
    try keys.encode(checkDigit, forKey: .checkDigit)
    try keys.encode(reportingBody, forKey: .reportingBody)
    try keys.encode(tac, forKey: .tac)
    try keys.encode(sources, forKey: .sources)
    try keys.encode(confidence.decimals(4), forKey: .confidence)
    try keys.encode(digits.map { $0.decimals(4) }, forKey: .digits)
    try keys.encode(caption, forKey: .caption)
    try keys.encode(slot, forKey: .slot)
    try keys.encode(page, forKey: .page)
    try keys.encode(box, forKey: .box)
    try keys.encode(digitBoxes, forKey: .digitBoxes)
    try keys.encode(crop, forKey: .crop)
    try keys.encode(cropDigitBoxes, forKey: .cropDigitBoxes)
    try keys.encode(alternatives, forKey: .alternatives)
    if !leads.isEmpty { try keys.encode(leads, forKey: .leads) }
    try keys.encode(answer, forKey: .answer)
    try keys.encode(flags, forKey: .flags)
  }
}

extension Double {
  /// The value rounded to `count` decimals; what is not finite becomes 0.
  func decimals(_ count: Int) -> Double {
    guard isFinite else { return 0 }
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    return rounded == 0 ? 0 : rounded
  }
}
