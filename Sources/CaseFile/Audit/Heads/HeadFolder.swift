internal import Foundation

/// The folder outside the databases where the heads of all cases of a station are kept.
///
/// For each case: `<case>.head.json` and `<case>.head.sig`, the latest head and its signature;
/// `<case>.heads.jsonl`, every head that was signed; `<case>.lock`, held while one is written.
public struct HeadFolder: Sendable {
  /// The path of the folder; it is made with the first head.
  public let path: String

  /// The folder at a path.
  public init(path: String) { self.path = path }

  /// The files of one case.
  struct Files {
    let head: String
    let signature: String
    let history: HeadHistory
    let lock: String
  }

  /// The files of a case.
  ///
  /// - Throws: ``CaseFileError`` `headUnusable` for an identifier that is no UUID, since it becomes
  ///   part of a file's name and comes out of a file that others may have made.
  func files(of identifier: String) throws(CaseFileError) -> Files {
    guard Self.isIdentifier(identifier) else {
      throw CaseFileError(
        .headUnusable, "the case's identifier “\(Shown.text(identifier))” is no UUID",
        cure: "The case file was changed; go back to a copy that verifies.")
    }
    let stem = "\(path)/\(identifier)"
    return Files(
      head: stem + ".head.json", signature: stem + ".head.sig",
      history: HeadHistory(path: stem + ".heads.jsonl"), lock: stem + ".lock")
  }

  /// The heads that were signed for a case.
  ///
  /// - Parameters:
  ///   - identifier: the case, a UUID.
  ///   - caseFile: the path of its file; heads of another case that was there before are found by it.
  /// - Throws: ``CaseFileError`` `fileUnreadable`, `headUnusable`.
  public func read(
    case identifier: String, caseFile: String?
  ) throws(CaseFileError) -> OutsideHeads {
    let files = try files(of: identifier)
    var result = OutsideHeads()
    let lines = try files.history.lines()
    result.heads = lines.compactMap(\.head)
    result.faults = Self.historyFaults(lines)
    let latest = try latest(files)
    switch latest.pair(known: result.heads) {
    case .missing:
      if !result.heads.isEmpty {
        result.notes.append(
          AuditNote(
            .headFilesIncomplete, nil,
            "the latest head's files are not complete; its history was used"))
      }
    case .interrupted: break
    case .unreadable(let reason): result.faults.append(AuditFault(.headDamaged, nil, reason))
    case .head(let head):
      if !result.heads.contains(head) {
        // A kill leaves none such: the history is written first.
        if result.heads.last?.head.sequence ?? 0 < head.head.sequence {
          result.faults.append(
            AuditFault(
              .headDamaged, head.head.sequence,
              "the history of heads was cut off: the latest head, at event "
                + "\(head.head.sequence), is not in it"))
        }
        result.heads.append(head)
      }
    }
    if result.heads.isEmpty, let caseFile {
      result.displaced = displaced(at: CasePlace.digest(of: caseFile), besides: identifier)
    }
    return result
  }

  func latest(_ files: Files) throws(CaseFileError) -> LatestHeadFiles {
    LatestHeadFiles(
      head: try FileIO.read(files.head, limit: LatestHeadFiles.limit),
      signature: try FileIO.read(files.signature, limit: LatestHeadFiles.limit))
  }

  /// The latest heads of other cases whose file had this place.
  func displaced(at place: String, besides identifier: String) -> [SignedHead] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().compactMap { name -> SignedHead? in
      let other = String(name.prefix(36))
      guard name.hasSuffix(".heads.jsonl"), name.utf8.count == 48, other != identifier,
        let files = try? files(of: other), let last = try? files.history.recent().last,
        last.place == place
      else { return nil }
      return last
    }
  }

  private static func historyFaults(_ lines: [HeadHistory.Line]) -> [AuditFault] {
    var faults: [AuditFault] = []
    var before: SignedHead?
    for line in lines {
      guard let head = line.head else {
        faults.append(
          AuditFault(
            .headDamaged, nil, "line \(line.number) of the history of heads is no signed head"))
        continue
      }
      if faults.isEmpty, head.previous != before?.digest {
        faults.append(
          AuditFault(
            .headDamaged, head.head.sequence,
            "the history of heads was changed: line \(line.number), the head at event "
              + "\(head.head.sequence), does not follow the line before it"))
      }
      before = head
    }
    return faults
  }

  private static func isIdentifier(_ text: String) -> Bool {
    text.utf8.count == 36
      && text.utf8.allSatisfy { Hexadecimal.value($0) != nil || $0 == UInt8(ascii: "-") }
  }
}
