/// Piles strips on pages.
struct PageStack {
  /// The pages so far, one at least.
  private(set) var pages = [PageContent()]
  /// Where the next strip goes, from the last page's upper edge.
  private var y = Paper.top
  /// How often pictures stand on the last page: Cairo names a picture once for each time it is on a
  /// page, and a name that is there twice is a defect.
  private var occurrences: [ReportPicture.Source: Int] = [:]

  /// Whether nothing stands on the last page yet.
  private var isAtTop: Bool { pages[pages.count - 1].groups.isEmpty }

  /// Begins a page, unless the last one is empty.
  mutating func beginPage() {
    guard !isAtTop else { return }
    pages.append(PageContent())
    y = Paper.top
    occurrences = [:]
  }

  /// Strips that belong together and are longer than a page begin on a new one, unless this much of a page is left.
  private static let longStart = Paper.textHeight / 2

  /// Puts strips below those before; on the next page together when they fit on one and not here.
  mutating func add(_ strips: [Strip], staysTogether: Bool) {
    if staysTogether, !isAtTop {
      let height = strips.height
      let isLong = height > Paper.textHeight
      if isLong ? Paper.bottom - y < Self.longStart : y + height > Paper.bottom { beginPage() }
    }
    var rest = strips[...]
    while !rest.isEmpty {
      let count = Self.inseparable(rest)
      place(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
  }

  /// How many strips from the first on stand on one page.
  private static func inseparable(_ strips: ArraySlice<Strip>) -> Int {
    let kept = strips.prefix { $0.keepsWithNext }.count
    return min(kept + 1, strips.count)
  }

  private mutating func place(_ strips: ArraySlice<Strip>) {
    if y + strips.height > Paper.bottom, !isAtTop { beginPage() }
    for strip in strips {
      // Strips that belong together and are taller than a page are parted after all.
      if y + strip.before + strip.height > Paper.bottom, !isAtTop { beginPage() }
      place(strip)
    }
  }

  private mutating func place(_ strip: Strip) {
    if !isAtTop {
      y += strip.before
    } else if strip.headHeight > 0 {
      add(strip.head, role: strip.role == .row ? .row : .paragraph)
      y += strip.headHeight
    }
    if let section = strip.section {
      pages[pages.count - 1].destinations.append(.init(section: section, y: y))
    }
    add(strip.marks, role: strip.role)
    y += strip.height
  }

  private mutating func add(_ marks: [PageMark], role: Strip.Role) {
    let marks = marks.map { mark in
      var mark = mark.moved(byX: Paper.left, y: y)
      if case .picture(let source, _) = mark.kind {
        mark.kind = .picture(source, occurrence: occurrences[source, default: 0])
        occurrences[source, default: 0] += 1
      }
      return mark
    }
    pages[pages.count - 1].groups.append(PageContent.Group(role: role, marks: marks))
  }
}
