/// Reads lists of numbers, in lists and so on, from JSON without white space, as the case prints them.
///
/// For the thousands of readings that a queue starts with: a decoder for any JSON takes ten times as long.
struct NumberLists {
  private let bytes: [UInt8]
  private var place = 0

  private init(_ json: String) { bytes = Array(json.utf8) }

  /// `[0.99,1]`; nil when it is anything else.
  static func fractions(_ json: String) -> [Double]? {
    whole(json) { $0.list { $0.fraction() } }
  }

  /// `[[[1,2],[3,4]],[[5,6]]]`; nil when it is anything else.
  static func integers(_ json: String) -> [[[Int]]]? {
    whole(json) { $0.list { $0.list { $0.list { $0.integer() } } } }
  }

  private static func whole<Value>(_ json: String, _ read: (inout Self) -> Value?) -> Value? {
    var lists = Self(json)
    let value = read(&lists)
    return lists.place == lists.bytes.count ? value : nil
  }

  private mutating func list<Element>(_ element: (inout Self) -> Element?) -> [Element]? {
    guard take("[") else { return nil }
    if take("]") { return [] }
    var elements: [Element] = []
    repeat {
      guard let element = element(&self) else { return nil }
      elements.append(element)
    } while take(",")
    return take("]") ? elements : nil
  }

  private mutating func integer() -> Int? { Int(String(decoding: token(), as: UTF8.self)) }

  private mutating func fraction() -> Double? { Double(String(decoding: token(), as: UTF8.self)) }

  /// What stands before the next comma or bracket.
  private mutating func token() -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: ","),
      bytes[place] != UInt8(ascii: "]")
    { place += 1 }
    return bytes[start..<place]
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }
}
