/// A QR code as a drawing, always dark on light.
enum HTMLCode {
  static func code(text: String, caption: String) throws -> String {
    "<figure class=\"code\">\(try drawing(text))<figcaption>\(HTMLText.content(caption))<br/>"
      + "<code>\(HTMLText.content(text))</code></figcaption></figure>\n"
  }

  private static func drawing(_ text: String) throws -> String {
    let code = try QRCode(text)
    let side = code.side + 2 * QRCode.quietZone
    var path = ""
    for y in 0..<code.side {
      var x = 0
      while x < code.side {
        guard code.isDark(x: x, y: y) else {
          x += 1
          continue
        }
        let start = x
        while x < code.side, code.isDark(x: x, y: y) { x += 1 }
        let run = x - start
        path += "M\(start + QRCode.quietZone) \(y + QRCode.quietZone)h\(run)v1h-\(run)z"
      }
    }
    return "<svg viewBox=\"0 0 \(side) \(side)\" role=\"img\" shape-rendering=\"crispEdges\" "
      + "aria-label=\"QR code of the text beside it\"><rect width=\"\(side)\" height=\"\(side)\" "
      + "fill=\"#fff\"/><path d=\"\(path)\" fill=\"#000\"/></svg>"
  }
}
