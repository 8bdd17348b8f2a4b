/// Words that name a number: IMEI in its spellings and misreadings, and what else a label captions.
enum CaptionWords {
  /// The kind of number that a phrase such as `serial no` or `S/N` captions, IMEI excepted.
  static func otherKind(ofPhrase phrase: String) -> OtherIdentifier.Kind? {
    let words = phrase.split { !$0.isLetter }.map { fold(String($0)) }
    if words.count == 2, words[0].count == 1, let kind = initials[words[0] + words[1]] {
      return kind
    }
    for word in words { if let kind = otherKind(ofFolded: word) { return kind } }
    return nil
  }

  /// The kind that one folded word captions.
  static func otherKind(ofFolded word: String) -> OtherIdentifier.Kind? {
    if let kind = words[word] { return kind }
    let isASCII = word.utf8.allSatisfy { $0 < 0x80 }
    for (stem, kind) in isASCII ? asciiStems : stems where word.contains(stem, isASCII: isASCII) {
      return kind
    }
    return nil
  }

  /// Two single letters with a slash between: `S/N`, `P/N`.
  static let initials: [String: OtherIdentifier.Kind] = [
    "sn": .serial, "pn": .serial, "mn": .serial, "cn": .serial,
  ]

  /// Lower case, with the letters and digits that are taken for each other made one.
  static func fold(_ word: String) -> String {
    var folded = ""
    for character in word.lowercased() {
      switch character {
      case "l", "1", "|", "!", "ı", "і": folded.append("i")
      case "0", "о": folded.append("o")
      case "5": folded.append("s")
      case "8": folded.append("b")
      case "е": folded.append("e")
      default: folded.append(character)
      }
    }
    return folded
  }

  /// Whole words, folded.
  private static let words: [String: OtherIdentifier.Kind] = {
    let kinds: [OtherIdentifier.Kind: [String]] = [
      .iccid: ["iccid", "icc", "simid", "ccid"],
      .eid: ["eid", "euicc"],
      .meid: ["meid", "esn"],
      .imsi: ["imsi"],
      .serial: [
        "sn", "pn", "serial", "serialno", "serialnumber", "ser", "part", "partno", "snr", "lot",
        "batch", "model", "modelno", "mod", "type", "sku",
      ],
      .gtin: ["ean", "upc", "gtin", "isbn", "jan", "barcode"],
      .card: ["card", "cardno", "visa", "mastercard", "amex", "pan", "iban", "account", "konto"],
      .phone: ["phone", "tel", "telephone", "telefon", "mobile", "msisdn", "fax", "mob", "cell"],
      .tracking: [
        "tracking", "awb", "waybill", "shipment", "parcel", "consignment", "trackingno", "sendung",
        "sscc",
      ],
      .unknown: [
        "order", "orderno", "ref", "reference", "case", "caseno", "mac", "wifi", "wi", "wlan", "bt",
        "bluetooth", "invoice", "receipt", "ticket", "customer", "client", "seal", "exhibit",
        "asset",
        "vin", "puk", "pin", "date", "job", "policy", "claim", "crime", "fcc", "uuid", "udid",
        "bestellung", "rechnung", "commande", "pedido", "factura", "id",
      ],
    ]
    var words: [String: OtherIdentifier.Kind] = [:]
    for (kind, list) in kinds { for word in list { words[fold(word)] = kind } }
    return words
  }()

  /// Parts of words, folded: languages that run words together or are written without spaces.
  private static let stems: [(String, OtherIdentifier.Kind)] = {
    let stems: [(String, OtherIdentifier.Kind)] = [
      ("serien", .serial), ("serial", .serial), ("série", .serial), ("сери", .serial),
      ("序列", .serial), ("телефон", .phone), ("电话", .phone), ("電話", .phone),
      ("订单", .unknown), ("заказ", .unknown), ("单号", .tracking), ("tracking", .tracking),
      ("条码", .gtin), ("bestell", .unknown), ("iccid", .iccid),
    ]
    return stems.map { (fold($0.0), $0.1) }
  }()

  /// The only ones that a word without other letters can hold.
  private static let asciiStems = stems.filter { stem, _ in stem.utf8.allSatisfy { $0 < 0x80 } }
}

extension String {
  /// Whether another string is part of this one; comparing bytes is enough, and many times faster, where
  /// no letter has two spellings.
  fileprivate func contains(_ part: String, isASCII: Bool) -> Bool {
    guard isASCII else { return contains(part) }
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
