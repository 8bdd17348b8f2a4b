import CaseFile
import Intake
import Reporting

/// Replies of time-stamping authorities on heads of one case's log.
struct TimeStampReplies {
  /// More bytes than any reply has.
  private static let sizeLimit = 65_536

  private let folder: HeadFolder
  /// Every head that was signed for the case, oldest first.
  let heads: [SignedHead]

  init(_ file: CaseFile) throws {
    folder = try StationPlaces.heads()
    heads = try folder.read(case: file.identifier, caseFile: file.path).heads
  }

  /// A reply's bytes.
  static func read(_ path: String) throws -> [UInt8] {
    do {
      return try PhotoOpener(maximumBytes: sizeLimit).read(
        ProcessArguments.paths(matching: [path]).first ?? PhotoPath(path))
    } catch {
      throw Failure(
        .badInput, "The time stamp \(PhotoPath(path).quoted) cannot be read: \(error.reason)")
    }
  }

  /// Keeps replies beside the heads that they are for.
  ///
  /// - Returns: every head of the case that has one.
  func kept(adding replies: [[UInt8]]) throws -> [StampedHead] {
    let store = StampStore(folder)
    for reply in replies { _ = try store.keep(reply, heads: heads) }
    return try store.stamped(heads)
  }

  /// The head that a reply is for.
  func head(of reply: [UInt8]) throws -> (head: SignedHead, token: TimeStampToken) {
    var refusal: ReportingError?
    for head in heads.reversed() {
      do {
        return (head, try TimeStamps.check(reply: reply, head: head.bytes))
      } catch { refusal = refusal ?? error }
    }
    throw refusal ?? ReportingError(.stampRefused, Self.nothingSigned, cure: Self.cure)
  }

  /// The head that goes furthest.
  func latest() throws -> SignedHead {
    guard let head = heads.max(by: { $0.head.sequence < $1.head.sequence }) else {
      throw Failure(.badInput, "\(Self.nothingSigned). \(Self.cure)")
    }
    return head
  }

  private static let nothingSigned = "No head of this case's log was signed on this station"
  private static let cure = "Make the station's key with `imeikit doctor --init-key`."
}
