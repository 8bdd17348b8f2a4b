internal import CaseFile

extension EvidenceBag {
  /// The name of the question to a time-stamping authority, beside the head.
  static let stampQuery = "head.tsq"

  /// The log as ``AuditExport`` writes it, the question for a time stamp of its head, and the stamps there are.
  func writeLog(to folder: StagedFolder) throws {
    let events = try folder.create(AuditExport.File.log.rawValue)
    let hashes = try folder.create(AuditExport.File.hashes.rawValue)
    try log.lines(lastEvent.sequence) { event, hash in
      try events.append(event)
      try hashes.append(hash)
    }
    try events.finish()
    try hashes.finish()
    for (name, bytes) in headFiles { try folder.write(bytes, to: name) }
    try folder.write(TimeStamps.query(for: headBytes), to: Self.stampQuery)
    for stamp in stamps {
      let stem = stem(of: stamp)
      try folder.write(stamp.reply, to: "\(stem).tsr")
      guard stem != Self.headStem else { continue }
      try folder.write(stamp.head.bytes, to: "\(stem).json")
      try folder.write(stamp.head.signature, to: "\(stem).sig")
    }
  }

  /// The last event that goes out.
  var lastEvent: AuditHead { log.head ?? record.head }

  /// What the files of a stamp are called: as the bag's own head, or after the event of an earlier one.
  func stem(of stamp: StampedHead) -> String {
    stamp.head.bytes == headBytes ? Self.headStem : "stamped-\(stamp.head.head.sequence)"
  }

  static let headStem = "head"

  private var headFiles: [(name: String, bytes: [UInt8])] {
    log.files.isEmpty
      ? [(AuditExport.File.head.rawValue, record.head.unsignedFile)] : log.files
  }

  private var headBytes: [UInt8] {
    headFiles.first { $0.name == AuditExport.File.head.rawValue }?.bytes ?? []
  }
}
