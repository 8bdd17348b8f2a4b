/// A part of a page, in points.
struct PageBox: Hashable, Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  func moved(byX dx: Double, y dy: Double) -> PageBox {
    PageBox(x: x + dx, y: y + dy, width: width, height: height)
  }

  func scaled(by factor: Double) -> PageBox {
    PageBox(x: x * factor, y: y * factor, width: width * factor, height: height * factor)
  }
}

/// What is drawn on a page.
struct PageMark: Hashable, Sendable {
  /// What it is.
  enum Kind: Hashable, Sendable {
    /// Lines of a text, drawn from the box's upper left corner; a section that it leads to, by number.
    case text(PageText, lines: Range<Int>, Ink, leadsTo: Int?)
    /// A filled box.
    case fill(Ink)
    /// A box's outline, or a line where the box has no height or width.
    case frame(Ink, thickness: Double)
    /// A picture, scaled into the box, and how often it stands on the page before.
    case picture(ReportPicture.Source, occurrence: Int = 0)
    /// A QR code with its quiet zone inside the box.
    case squares(QRCode)
  }

  var kind: Kind
  var box: PageBox
  /// How large text is drawn: lines break as they were set, whatever the size.
  var scale = 1.0

  func moved(byX dx: Double, y dy: Double) -> PageMark {
    PageMark(kind: kind, box: box.moved(byX: dx, y: dy), scale: scale)
  }

  func scaled(by factor: Double) -> PageMark {
    PageMark(kind: kind, box: box.scaled(by: factor), scale: scale * factor)
  }
}

/// A page that is set.
struct PageContent: Hashable, Sendable {
  /// Where a section begins: links and bookmarks lead there.
  struct Destination: Hashable, Sendable {
    /// The section's number, from 0.
    var section: Int
    /// Distance from the page's upper edge.
    var y: Double
  }

  var destinations: [Destination] = []
  var groups: [Group] = []

  /// Marks that belong together for those who have the page read out.
  struct Group: Hashable, Sendable {
    var role: Strip.Role
    var marks: [PageMark]
  }
}
