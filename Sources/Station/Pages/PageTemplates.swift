internal import Mustache

/// The pages' templates. Mustache escapes all that it is given.
struct PageTemplates: Sendable {
  private static let folder = "templates/"
  private static let ending = ".mustache"

  private let library: MustacheLibrary

  /// Templates among the files of the pages.
  ///
  /// - Throws: `MustacheTemplate.ParserError` for one that cannot be read.
  init(files: [String: StationFiles.File] = StationFiles.all) throws {
    var library = MustacheLibrary()
    for (name, file) in files where name.hasPrefix(Self.folder) && name.hasSuffix(Self.ending) {
      try library.register(
        String(decoding: file.bytes, as: UTF8.self),
        named: String(name.dropFirst(Self.folder.count).dropLast(Self.ending.count)))
    }
    self.library = library
  }

  /// A page; nil when it has no template.
  func render(_ context: PageContext) -> String? {
    library.render(context, withTemplate: context.page)
  }
}
