internal import BlockList

/// What an authority answered (RFC 3161, 2.4.2), as far as it is needed to tell what was stamped, and when.
///
/// The authority's signature is not looked at here: that is for ``TimeStamps/verify(reply:head:authority:)``.
struct TimeStampReply {
  /// More than any authority sends; its certificates make up most of a reply.
  static let sizeLimit = 1 << 16

  let token: TimeStampToken
  /// The algorithm by which the stamped data was hashed, as an object identifier.
  let hashAlgorithm: String
  /// The hash of the stamped data.
  let imprint: [UInt8]
  /// What the question had as its nonce, small hexadecimal digits.
  let nonce: String?

  /// Reads a reply.
  ///
  /// - Throws: ``ReportingError`` `stampRefused` when it is none, or grants nothing.
  init(_ bytes: [UInt8]) throws(ReportingError) {
    guard bytes.count <= Self.sizeLimit else {
      throw TimeStamps.refused(
        "the reply has \(bytes.count) bytes, more than \(Self.sizeLimit)",
        cure: "Give the authority's reply itself, a file of some kilobytes (.tsr).")
    }
    let answer: Answer
    do {
      answer = try Self.answer(bytes)
    } catch {
      throw TimeStamps.refused(
        "the file is no reply of a time-stamping authority: \(error.reason)",
        cure:
          "Give the file as the authority sent it (RFC 3161, DER), neither text nor the question.")
    }
    switch answer {
    case .granted(let reply): self = reply
    case .refused(let words):
      throw TimeStamps.refused(
        "the authority granted no time stamp: \(VisibleText.escaping(words, limit: 400))",
        cure: "Ask the authority, or another one, with the same question again.")
    }
  }

  private enum Answer {
    case granted(TimeStampReply)
    case refused(String)
  }

  private init(
    token: TimeStampToken, hashAlgorithm: String, imprint: [UInt8], nonce: String?
  ) {
    self.token = token
    self.hashAlgorithm = hashAlgorithm
    self.imprint = imprint
    self.nonce = nonce
  }

  private static func answer(_ bytes: [UInt8]) throws(DERFault) -> Answer {
    var outside = DERReader(bytes[...])
    var response = try outside.inside(.sequence)
    try outside.end()
    var status = try response.inside(.sequence)
    let code = try status.number(limit: 4)
    var words: [String] = []
    if let texts = try status.nextIf(.sequence) {
      var texts = DERReader(texts)
      while !texts.isAtEnd { words.append(String(decoding: try texts.next(.text), as: UTF8.self)) }
    }
    _ = try status.nextIf(.bitString)
    try status.end()
    // 0 is granted, 1 granted with changes.
    guard code == "00" || code == "01" else {
      return .refused((["status \(code)"] + words).joined(separator: ", "))
    }
    let content = try stampedContent(&response)
    try response.end()
    return .granted(try reply(content: content))
  }

  /// The information on the time stamp out of the signed message that holds it (RFC 5652, 5).
  private static func stampedContent(
    _ response: inout DERReader
  ) throws(DERFault) -> ArraySlice<UInt8> {
    var message = try response.inside(.sequence)
    guard try message.identifier() == "1.2.840.113549.1.7.2" else {
      throw DERFault("it holds no signed message")
    }
    var explicit = try message.inside(.context0)
    try message.end()
    var signed = try explicit.inside(.sequence)
    try explicit.end()
    _ = try signed.number(limit: 4)
    _ = try signed.next(.set)
    var content = try signed.inside(.sequence)
    guard try content.identifier() == "1.2.840.113549.1.9.16.1.4" else {
      throw DERFault("the signed message is no time stamp")
    }
    var octets = try content.inside(.context0)
    try content.end()
    let information = try octets.next(.octetString)
    try octets.end()
    _ = try signed.nextIf(.context0)
    _ = try signed.nextIf(.context1)
    _ = try signed.next(.set)
    try signed.end()
    return information
  }

  /// The reply with this information on the time stamp.
  private static func reply(content: ArraySlice<UInt8>) throws(DERFault) -> TimeStampReply {
    var outside = DERReader(content)
    var information = try outside.inside(.sequence)
    try outside.end()
    guard try information.number(limit: 4) == "01" else {
      throw DERFault("the time stamp's version is not 1")
    }
    let policy = try information.identifier()
    var imprint = try information.inside(.sequence)
    var algorithm = try imprint.inside(.sequence)
    let hashAlgorithm = try algorithm.identifier()
    if let parameters = try algorithm.nextIf(.null), !parameters.isEmpty {
      throw DERFault("a null has content")
    }
    try algorithm.end()
    let hash = Array(try imprint.next(.octetString))
    try imprint.end()
    // An authority's numbers have up to 160 bits (RFC 3161, 2.4.2), and a byte for the sign.
    let serial = try information.number(limit: 21)
    let time = try information.time()
    _ = try information.nextIf(.sequence)
    _ = try information.nextIf(.boolean)
    var rest = information
    let nonce = try rest.nextIf(.integer) == nil ? nil : try information.number(limit: 64)
    _ = try information.nextIf(.context0)
    _ = try information.nextIf(.context1)
    try information.end()
    return TimeStampReply(
      token: TimeStampToken(genTime: time, policy: policy, serial: serial),
      hashAlgorithm: hashAlgorithm, imprint: hash, nonce: nonce)
  }
}
