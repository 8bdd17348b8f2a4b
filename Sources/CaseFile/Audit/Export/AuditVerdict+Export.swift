extension AuditVerdict {
  /// Checks an exported log: the folder that ``AuditExport`` wrote.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - key: the station's public key, come by another way; without one that in the folder is used,
  ///     which shows only that nothing was changed by somebody without the key.
  ///   - codes: short codes as printed on reports; each must be that of an event.
  /// - Throws: ``CaseFileError`` `fileUnreadable`, `keyMissing`, `keyDamaged`.
  public init(
    ofExport folder: String, key: StationPublicKey? = nil, codes: [String] = []
  ) throws(CaseFileError) {
    func path(_ file: AuditExport.File) -> String { "\(folder)/\(file.rawValue)" }
    var key = key
    if key == nil { key = try StationPublicKey(path: path(.key)) }
    var outside = OutsideHeads()
    let files = LatestHeadFiles(
      head: try FileIO.read(path(.head), limit: LatestHeadFiles.limit),
      signature: try FileIO.read(path(.signature), limit: LatestHeadFiles.limit))
    switch files.pair(known: []) {
    case .head(let head): outside = OutsideHeads(head)
    case .unreadable(let reason): outside.faults = [AuditFault(.headDamaged, nil, reason)]
    case .missing, .interrupted:
      outside.faults = [
        AuditFault(.headDamaged, nil, "the signed head was taken out of the export")
      ]
    }
    var verifier = AuditVerifier(
      identifier: outside.latest?.head.caseIdentifier, heads: outside, key: key, codes: codes)
    var log = try LineStream(path: path(.log))
    var hashes = try LineStream(path: path(.hashes))
    var number: Int64 = 0
    while let line = try log.next() {
      number += 1
      let recorded = try hashes.next().flatMap { Self.hash($0, number: number) }
      verifier.take(AuditRow(number: number, line: line, hash: recorded ?? []))
    }
    if try hashes.next() != nil {
      verifier.add(
        AuditFault(
          .removed, number,
          "\(AuditExport.File.hashes.rawValue) goes on after event \(number): events were taken "
            + "out of the log"))
    }
    self = verifier.finish()
  }

  private static func hash(_ line: [UInt8], number: Int64) -> [UInt8]? {
    let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].elementsEqual("\(number)".utf8) else { return nil }
    return Hexadecimal.read(String(decoding: parts[1], as: UTF8.self), count: 32)
  }
}
