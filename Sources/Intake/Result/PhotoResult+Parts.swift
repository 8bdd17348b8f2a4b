public import BlockList

extension PhotoResult {
  /// What the camera wrote into the file, as it stands there; a claim, not a proof.
  public struct Camera: Hashable, Sendable, Codable {
    /// The time as `2026-11-21T10:20:30`, with the offset if the file has one.
    public var time: String?
    /// The camera's maker.
    public var make: String?
    /// The camera's model.
    public var model: String?

    /// Makes the block from its parts.
    public init(time: String? = nil, make: String? = nil, model: String? = nil) {
      self.time = time
      self.make = make
      self.model = model
    }

    /// Writes every key, null where nothing is known.
    public func encode(to encoder: any Encoder) throws {
      var keys = encoder.container(keyedBy: CodingKeys.self)
      try keys.encode(time, forKey: .time)
      try keys.encode(make, forKey: .make)
      try keys.encode(model, forKey: .model)
    }
  }

  /// Wall time of each stage in milliseconds; null for a stage that did not run.
  public struct Milliseconds: Hashable, Sendable, Codable {
    /// From bytes to grey pixels.
    public var decode: Double?
    /// Finding text lines and barcodes.
    public var locate: Double?
    /// Recognising and deciding.
    public var read: Double?

    /// Makes the block from its parts.
    public init(decode: Double? = nil, locate: Double? = nil, read: Double? = nil) {
      self.decode = decode
      self.locate = locate
      self.read = read
    }

    /// Writes every key, with two decimals.
    public func encode(to encoder: any Encoder) throws {
      var keys = encoder.container(keyedBy: CodingKeys.self)
      try keys.encode(decode?.decimals(2), forKey: .decode)
      try keys.encode(locate?.decimals(2), forKey: .locate)
      try keys.encode(read?.decimals(2), forKey: .read)
    }
  }

  /// An identifier in the picture that is no IMEI.
  public struct Other: Hashable, Sendable, Codable {
    /// `iccid`, `eid`, `meid`, `imsi`, `gtin`, `card`, `serial`, `phone`, `tracking` or `unknown`.
    public var kind: String
    /// The identifier as printed.
    public var value: String

    /// Makes one from kind and value.
    public init(kind: String, value: String) {
      self.kind = kind
      self.value = value
    }
  }

  /// The first eight digits and what the TAC list says of them.
  public struct TAC: Hashable, Sendable, Codable {
    /// The first eight digits.
    public var code: String
    /// The maker; null when no list is loaded or the list has no such code.
    public var make: String?
    /// The model; null when no list is loaded or the list has no such code.
    public var model: String?
    /// The list asked; null when none is loaded.
    public var list: ListReference?

    /// Makes one from its parts.
    public init(code: String, make: String? = nil, model: String? = nil, list: ListReference? = nil)
    {
      self.code = code
      self.make = make
      self.model = model
      self.list = list
    }

    /// Writes every key, null where nothing is known.
    public func encode(to encoder: any Encoder) throws {
      var keys = encoder.container(keyedBy: CodingKeys.self)
      try keys.encode(code, forKey: .code)
      try keys.encode(make, forKey: .make)
      try keys.encode(model, forKey: .model)
      try keys.encode(list, forKey: .list)
    }
  }

  /// Another reading that fits the picture.
  public struct Alternative: Hashable, Sendable, Codable {
    /// The digits.
    public var imei: String
    /// How sure it is, 0...1.
    public var confidence: Double
    /// The block-list answer for these digits: a lead for the reviewer; null when none was asked.
    public var answer: Answer?

    /// Makes one from its parts.
    public init(imei: String, confidence: Double, answer: Answer? = nil) {
      self.imei = imei
      self.confidence = confidence
      self.answer = answer
    }

    /// Writes every key, the confidence with four decimals.
    public func encode(to encoder: any Encoder) throws {
      var keys = encoder.container(keyedBy: CodingKeys.self)
      try keys.encode(imei, forKey: .imei)
      try keys.encode(confidence.decimals(4), forKey: .confidence)
      try keys.encode(answer, forKey: .answer)
    }
  }

  /// A number on a list that the doubtful digits of a reading may be: for a person to look at, never an
  /// answer.
  public struct Lead: Hashable, Sendable, Codable {
    /// The digits.
    public var imei: String
    /// Its share among all numbers that the digits may be and whose check digit agrees, 0...1.
    public var probability: Double
    /// The block-list answer for these digits.
    public var answer: Answer

    /// Makes one from its parts.
    public init(imei: String, probability: Double, answer: Answer) {
      self.imei = imei
      self.probability = probability
      self.answer = answer
    }

    /// Writes every key, the probability with four decimals.
    public func encode(to encoder: any Encoder) throws {
      var keys = encoder.container(keyedBy: CodingKeys.self)
      try keys.encode(imei, forKey: .imei)
      try keys.encode(probability.decimals(4), forKey: .probability)
      try keys.encode(answer, forKey: .answer)
    }
  }

  /// A point in pixels, origin top left; `[x, y]` in JSON.
  public struct Point: Hashable, Sendable, Codable {
    /// Pixels from the left edge.
    public var x: Int
    /// Pixels from the upper edge.
    public var y: Int

    /// A point at whole pixels.
    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }

    /// The nearest whole pixel; values out of range or not finite become the nearest in range.
    public init(x: Double, y: Double) {
      self.init(x: Self.pixel(x), y: Self.pixel(y))
    }

    /// Writes `[x, y]`.
    public func encode(to encoder: any Encoder) throws {
      var pair = encoder.unkeyedContainer()
      try pair.encode(x)
      try pair.encode(y)
    }

    /// Reads `[x, y]`.
    public init(from decoder: any Decoder) throws {
      var pair = try decoder.unkeyedContainer()
      x = try pair.decode(Int.self)
      y = try pair.decode(Int.self)
    }

    private static func pixel(_ value: Double) -> Int {
      value.isNaN ? 0 : Int(min(max(value.rounded(), -1_000_000), 1_000_000))
    }
  }
}
