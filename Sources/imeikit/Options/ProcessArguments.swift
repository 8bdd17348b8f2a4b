import Foundation
import Intake

/// The program's arguments as the bytes that the system passed.
enum ProcessArguments {
  /// Paths among parsed arguments, with the exact bytes of names that are no UTF-8.
  ///
  /// The argument parser works on text, in which bytes that are no UTF-8 have become U+FFFD; the
  /// original argument is the one whose text is the same.
  static func paths(matching texts: [String]) -> [PhotoPath] {
    let unusual = rawArguments().filter { $0.text.unicodeScalars.contains("\u{FFFD}") }
    var remaining = unusual
    return texts.map { text in
      guard let index = remaining.firstIndex(where: { $0.text == text }) else {
        return PhotoPath(text)
      }
      return remaining.remove(at: index)
    }
  }

  private static func rawArguments() -> [PhotoPath] {
    (0..<Int(CommandLine.argc)).compactMap { index in
      CommandLine.unsafeArgv[index].map { argument in
        PhotoPath(bytes: UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
      }
    }
  }
}
