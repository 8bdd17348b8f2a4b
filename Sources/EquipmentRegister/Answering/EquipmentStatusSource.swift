public import IMEI

/// What the lists behind a register say of one piece of equipment.
public enum EquipmentFinding: Sendable, Hashable {
  /// A list has it.
  case listed(EquipmentStatus)
  /// Lists were asked and none has it.
  case notListed
  /// Nothing could be asked just now.
  case unavailable
}

/// The lists that a register answers from.
public protocol EquipmentStatusSource: Sendable {
  /// What the lists say of `imei`, matched on 14 digits.
  ///
  /// May wait, must not block the threads of the concurrency runtime.
  ///
  /// - Throws: whatever keeps the lists from being asked; the asker is told no more than that.
  func finding(for imei: IMEI) async throws -> EquipmentFinding
}
