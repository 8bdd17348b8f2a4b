/// What kind of act an event is, in the words of section 62 of the Data Protection Act 2018.
public enum AuditAct: String, Sendable, CaseIterable {
  /// A person or program begins or ends to work on the case.
  case session
  /// Data comes in: a photo, an exhibit, a list.
  case collection
  /// Data is changed or decided upon.
  case alteration
  /// Data is looked at.
  case consultation
  /// Data is matched with other data: reading, block list, TAC list.
  case combination
  /// Data goes out: export, report, a look-up that others see.
  case disclosure
  /// Data is taken away.
  case erasure
}
