internal import Crypto
internal import Foundation

/// What a photo's result depends on besides the photo: program, engines, models, settings.
///
/// Block lists are not among it: they change an answer, not what was read.
public struct RunSettings: Sendable, Hashable {
  /// The program's version.
  public let toolVersion: String
  /// Engines and models by name, each with version or SHA-256.
  public let components: [String: String]
  /// Settings by name.
  public let values: [String: String]
  /// All of it as canonical JSON: sorted keys, no blanks.
  public let text: String
  /// SHA-256 of ``text``, 64 small hexadecimal digits.
  public let digest: String

  /// Settings with their canonical text and its digest.
  public init(toolVersion: String, components: [String: String], values: [String: String]) {
    self.init(
      Fields(components: components, settings: values, tool: toolVersion))
  }

  /// Settings from their canonical text; `nil` when it is none.
  public init?(text: String) {
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(text.utf8)) else {
      return nil
    }
    self.init(fields)
  }

  private struct Fields: Codable {
    let components: [String: String]
    let settings: [String: String]
    let tool: String
  }

  private init(_ fields: Fields) {
    toolVersion = fields.tool
    components = fields.components
    values = fields.settings
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts under texts: there is nothing in it that could fail to be encoded.
    let data = (try? encoder.encode(fields)) ?? Data()
    text = String(decoding: data, as: UTF8.self)
    digest = Hexadecimal.text(SHA256.hash(data: data))
  }

  /// What differs from `other`, by name, for a person.
  public func differences(from other: RunSettings) -> [String] {
    var names: [String] = []
    if toolVersion != other.toolVersion { names.append("version") }
    for (ours, theirs) in [(components, other.components), (values, other.values)] {
      for name in Set(ours.keys).union(theirs.keys).sorted() where ours[name] != theirs[name] {
        names.append(name)
      }
    }
    return names
  }
}
