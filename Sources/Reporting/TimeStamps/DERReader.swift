/// Reads elements of DER one after the other, strictly: lengths are definite and as short as can be, tags
/// of one byte, and nothing lies outside what holds it.
///
/// It copies nothing and never goes deeper by itself, so that no input costs more than its own length.
struct DERReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// Whether nothing is left.
  var isAtEnd: Bool { rest.isEmpty }

  /// The content of the next element, which has this tag.
  ///
  /// - Throws: ``DERFault``.
  mutating func next(_ tag: DERTag) throws(DERFault) -> ArraySlice<UInt8> {
    let element = try next()
    guard element.tag == tag.rawValue else {
      throw DERFault("a \(tag) is expected where tag \(element.tag) stands")
    }
    return element.content
  }

  /// The content of the next element if it has this tag.
  ///
  /// - Throws: ``DERFault``.
  mutating func nextIf(_ tag: DERTag) throws(DERFault) -> ArraySlice<UInt8>? {
    rest.first == tag.rawValue ? try next().content : nil
  }

  /// The next element, whatever it is.
  ///
  /// - Throws: ``DERFault``.
  mutating func next() throws(DERFault) -> (tag: UInt8, content: ArraySlice<UInt8>) {
    guard let tag = rest.popFirst() else { throw DERFault("something is missing at the end") }
    guard tag & 0x1F != 0x1F else { throw DERFault("a tag has more than one byte") }
    let length = try length()
    guard length <= rest.count else { throw DERFault("an element ends behind the end") }
    let content = rest.prefix(length)
    rest = rest.dropFirst(length)
    return (tag, content)
  }

  /// A reader of the content of the next element, which has this tag.
  ///
  /// - Throws: ``DERFault``.
  mutating func inside(_ tag: DERTag) throws(DERFault) -> DERReader { DERReader(try next(tag)) }

  /// Nothing may be left.
  ///
  /// - Throws: ``DERFault``.
  func end() throws(DERFault) {
    guard isAtEnd else { throw DERFault("something follows that does not belong there") }
  }

  private mutating func length() throws(DERFault) -> Int {
    guard let first = rest.popFirst() else { throw DERFault("a length is missing") }
    guard first >= 0x80 else { return Int(first) }
    let count = Int(first & 0x7F)
    guard (1...4).contains(count), rest.count >= count else {
      throw DERFault("a length is not definite or too long")
    }
    let bytes = rest.prefix(count)
    rest = rest.dropFirst(count)
    let length = bytes.reduce(0) { $0 << 8 | Int($1) }
    guard bytes.first != 0, length >= 0x80 else {
      throw DERFault("a length is longer than it needs to be")
    }
    return length
  }
}

/// Why bytes are not the DER that is expected.
struct DERFault: Error, Hashable {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
