/// The report as a sequence of blocks, which PDF and HTML set each in its own way: the words are written once.
public struct ReportDocument: Sendable, Hashable {
  /// The document's title, such as `Report on haul OP/MANTIS`.
  public var title: String
  /// What stands on each page: case reference and URN.
  public var runningHead: String
  /// What stands at the foot of each page beside its number: the log's code.
  public var runningFoot: String
  /// The time that the document bears as its own, UTC: that of the case's last event.
  public var time: String
  /// Who answers for it, for the document's properties.
  public var author: String
  /// Its sections in their order.
  public var sections: [ReportSection]

  /// A document from its parts.
  public init(
    title: String, runningHead: String, runningFoot: String, time: String, author: String,
    sections: [ReportSection]
  ) {
    self.title = title
    self.runningHead = runningHead
    self.runningFoot = runningFoot
    self.time = time
    self.author = author
    self.sections = sections
  }
}

/// A part of the report with a heading, which is also a bookmark.
public struct ReportSection: Sendable, Hashable {
  /// Names it in links, ASCII letters, digits and hyphens.
  public var anchor: String
  /// Its heading.
  public var title: String
  /// 1 for a chapter, 2 for a part of one, such as an exhibit.
  public var level: Int
  /// Whether it begins on a page of its own.
  public var startsPage: Bool
  /// Whether it is kept on one page where it fits.
  public var staysTogether: Bool
  /// What stands in it.
  public var blocks: [ReportBlock]

  /// A section.
  public init(
    anchor: String, title: String, level: Int = 1, startsPage: Bool = false,
    staysTogether: Bool = false, blocks: [ReportBlock]
  ) {
    self.anchor = anchor
    self.title = title
    self.level = level
    self.startsPage = startsPage
    self.staysTogether = staysTogether
    self.blocks = blocks
  }
}

/// What a section is made of. Texts are plain: each format escapes them in its own way.
public enum ReportBlock: Sendable, Hashable {
  /// Running text.
  case paragraph(String)
  /// Text that must not be overlooked, such as “not flagged is not the same as not stolen”.
  case notice(String, ReportTone)
  /// Large figures with what they count.
  case figures([ReportFigure])
  /// Names and values, one pair a line.
  case facts([ReportFact])
  /// A table.
  case table(ReportTable)
  /// Horizontal bars, the longest first.
  case bars(title: String, [ReportBar])
  /// Pictures beside one another.
  case pictures([ReportPicture])
  /// A QR code with the text that it holds, and what it is.
  case code(text: String, caption: String)
  /// A line to sign on, with what is signed.
  case signature(String)
}

/// What a colour stands for; every format says it in words or signs as well.
public enum ReportTone: String, Sendable, Hashable, CaseIterable {
  /// Nothing in particular.
  case plain
  /// Settled, not flagged.
  case settled
  /// Flagged.
  case flagged
  /// Somebody has to look.
  case attention
}

/// A large figure.
public struct ReportFigure: Sendable, Hashable {
  /// The figure.
  public var value: String
  /// What it counts.
  public var label: String
  /// What it means.
  public var tone: ReportTone

  /// A figure.
  public init(_ value: String, _ label: String, tone: ReportTone = .plain) {
    self.value = value
    self.label = label
    self.tone = tone
  }
}

/// A name and its value.
public struct ReportFact: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The value.
  public var value: String
  /// Whether the value is set in a font of equal widths, as digits and hashes are.
  public var isCode: Bool
  /// What it means.
  public var tone: ReportTone

  /// A fact.
  public init(_ name: String, _ value: String, isCode: Bool = false, tone: ReportTone = .plain) {
    self.name = name
    self.value = value
    self.isCode = isCode
    self.tone = tone
  }
}

/// A table; its head is repeated on each page.
public struct ReportTable: Sendable, Hashable {
  /// A cell.
  public struct Cell: Sendable, Hashable {
    /// Its text.
    public var text: String
    /// Whether it is set in a font of equal widths.
    public var isCode: Bool
    /// What it means.
    public var tone: ReportTone
    /// The section that it leads to.
    public var anchor: String?

    /// A cell.
    public init(
      _ text: String, isCode: Bool = false, tone: ReportTone = .plain, anchor: String? = nil
    ) {
      self.text = text
      self.isCode = isCode
      self.tone = tone
      self.anchor = anchor
    }
  }

  /// A column.
  public struct Column: Sendable, Hashable {
    /// Its heading.
    public var title: String
    /// Its share of the width.
    public var weight: Double
    /// Whether its cells are set to the right, as counts are.
    public var isNumeric: Bool

    /// A column.
    public init(_ title: String, weight: Double = 1, isNumeric: Bool = false) {
      self.title = title
      self.weight = weight
      self.isNumeric = isNumeric
    }
  }

  /// What it shows.
  public var title: String?
  /// Its columns.
  public var columns: [Column]
  /// Its rows, each of as many cells as there are columns.
  public var rows: [[Cell]]

  /// A table.
  public init(title: String? = nil, columns: [Column], rows: [[Cell]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}

/// A bar of a chart.
public struct ReportBar: Sendable, Hashable {
  /// What it shows.
  public var label: String
  /// Its length.
  public var value: Int
  /// The part of it that is flagged.
  public var flagged: Int

  /// A bar.
  public init(_ label: String, _ value: Int, flagged: Int = 0) {
    self.label = label
    self.value = value
    self.flagged = flagged
  }
}

/// A picture, by what it is of: the formats fetch its bytes from ``ReportImages``.
public struct ReportPicture: Sendable, Hashable {
  /// What it is of.
  public enum Source: Sendable, Hashable {
    /// The digits of a reading.
    case crop(photo: String, position: Int)
    /// A whole photo, small.
    case thumbnail(photo: String)
  }

  /// What it is of.
  public var source: Source
  /// The words under it, and for those who cannot see it.
  public var caption: String

  /// A picture.
  public init(_ source: Source, caption: String) {
    self.source = source
    self.caption = caption
  }
}
