internal import Foundation

/// A place in a list, as an opaque text: which list it belongs to, and behind what.
struct PageCursor: Sendable, Hashable {
  /// The longest text looked at, in bytes.
  private static let longest = 1_024

  /// The list that it is a place of.
  let list: String
  /// The last item of the page before, in the list's own terms.
  let place: String

  /// The place behind an item.
  init(list: String, place: String) {
    self.list = list
    self.place = place
  }

  /// A place from its text; nil when it is none.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
    base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: base64),
      let plain = String(validating: data, as: UTF8.self), let cut = plain.firstIndex(of: " ")
    else { return nil }
    list = String(plain[..<cut])
    place = String(plain[plain.index(after: cut)...])
    // One place has one text.
    guard self.text == text else { return nil }
  }

  /// The place as text that needs no escaping in an address.
  var text: String {
    Data("\(list) \(place)".utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
