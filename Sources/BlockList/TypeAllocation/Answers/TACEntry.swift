/// What one list says of a type allocation code.
public struct TACEntry: Hashable, Sendable {
  /// The list.
  public let list: ListReference
  /// The brand, else the manufacturer, as the list has it; `nil` when it gives neither.
  public let make: String?
  /// The manufacturer where the list gives one besides the brand.
  public let manufacturer: String?
  /// The name on the box, else the maker's.
  public let model: String?
  /// Further names, such as internal ones.
  public let otherNames: [String]
  /// What kind of equipment it is, in the list's words.
  public let deviceType: String?
  /// The day of the allocation as it stands in the list.
  public let allocated: String?
  /// The line of the list file on which the entry stands, from 1.
  public let line: Int

  /// An entry as the store found it.
  public init(
    list: ListReference, make: String?, manufacturer: String? = nil, model: String?,
    otherNames: [String] = [], deviceType: String? = nil, allocated: String? = nil, line: Int
  ) {
    self.list = list
    self.make = make
    self.manufacturer = manufacturer
    self.model = model
    self.otherNames = otherNames
    self.deviceType = deviceType
    self.allocated = allocated
    self.line = line
  }

  /// Make and manufacturer, ready for comparison.
  public var makeNames: [MakeName] {
    [make, manufacturer].compactMap { $0.flatMap { MakeName($0) } }
  }

  /// Make and model in one text, the make only once: `Apple iPhone 4`.
  public var names: String {
    guard let make else { return model ?? "" }
    guard let model else { return make }
    return model.lowercased().hasPrefix(make.lowercased() + " ") ? model : "\(make) \(model)"
  }
}

extension TACEntry: Codable {
  private enum CodingKeys: String, CodingKey {
    case list, make, manufacturer, model, otherNames, deviceType, allocated, line
  }

  /// Writes every key, `null` where there is no value, so that the object always has one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(list, forKey: .list)
    try container.encode(make, forKey: .make)
    try container.encode(manufacturer, forKey: .manufacturer)
    try container.encode(model, forKey: .model)
    try container.encode(otherNames, forKey: .otherNames)
    try container.encode(deviceType, forKey: .deviceType)
    try container.encode(allocated, forKey: .allocated)
    try container.encode(line, forKey: .line)
  }
}
