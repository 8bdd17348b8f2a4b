/// The address of the log-in page.
enum LoginAddress {
  /// The log-in page that leads back to `path` afterwards.
  static func text(back path: String) -> String {
    // The browser takes `//host` for another machine, so that such a path is none to lead back to.
    guard path != "/", path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.count <= 512 else {
      return "/login"
    }
    return "/login?from=" + path.utf8.map(escaped).joined()
  }

  private static func escaped(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      String(UnicodeScalar(byte))
    default:
      "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
}
