internal import BlockList
internal import Foundation

/// Why a register is asked, in the words of the person who asks.
public struct DisclosurePurpose: Sendable, Hashable {
  /// The words, without space around them, printable.
  public let text: String

  private static let maximumLength = 500

  /// A purpose of 1 to 500 characters.
  ///
  /// - Throws: ``EquipmentRegisterError`` `badPurpose`.
  public init(_ text: String) throws(EquipmentRegisterError) {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty, trimmed.unicodeScalars.count <= Self.maximumLength else {
      throw EquipmentRegisterError(
        .badPurpose, "the purpose is empty or longer than \(Self.maximumLength) characters",
        cure: "Say in a few words why the register is asked, such as the case's reference.")
    }
    self.text = VisibleText.escaping(trimmed, limit: Self.maximumLength)
  }
}
