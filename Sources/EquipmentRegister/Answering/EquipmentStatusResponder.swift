internal import IMEI

/// Answers the questions of 3GPP TS 29.511 N5g-eir from the kit's lists: request in, response out.
///
/// Knows nothing of sockets, so that any server can mount it.
public struct EquipmentStatusResponder<Source: EquipmentStatusSource>: Sendable {
  private let source: Source
  private let notListed: EquipmentStatus?

  /// The longest request target that is read, in bytes (RFC 9110 asks for 8,000 at least).
  public static var maximumTargetLength: Int { 8_192 }

  /// A responder.
  ///
  /// - Parameter notListed: the answer for equipment that no list has; `nil` for the standard's 404
  ///   with the cause `ERROR_EQUIPMENT_UNKNOWN`.
  public init(source: Source, notListed: EquipmentStatus? = nil) {
    self.source = source
    self.notListed = notListed
  }

  /// Whether a request for `target` is this responder's business.
  public func serves(_ target: String) -> Bool {
    let path = RequestTarget(target).path
    return path == EquipmentStatusAPI.path
      || path.utf8.starts(with: Self.apiPrefix.utf8)
  }

  /// The answer to `request`.
  public func respond(to request: EquipmentStatusRequest) async -> EquipmentStatusResponse {
    guard request.target.utf8.count <= Self.maximumTargetLength else {
      return .problem(414, "URI Too Long", detail: "The request target is too long.")
    }
    let target = RequestTarget(request.target)
    guard target.path == EquipmentStatusAPI.path else {
      return .problem(
        404, "Not Found", detail: "There is no such resource.", cause: .noSuchResource)
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .problem(
        405, "Method Not Allowed", detail: "The resource can only be read.",
        headers: [("Allow", "GET, HEAD")])
    }
    guard AcceptHeader.admitsJSON(request.accept) else {
      return .problem(
        406, "Not Acceptable", detail: "Answers are application/json and nothing else.")
    }
    do throws(EquipmentStatusQuery.Refusal) {
      return await answer(try EquipmentStatusQuery(target.query))
    } catch {
      return .problem(error)
    }
  }

  private func answer(_ query: EquipmentStatusQuery) async -> EquipmentStatusResponse {
    let finding: EquipmentFinding
    do {
      switch query.equipment {
      case .imei(let imei): finding = try await source.finding(for: imei)
      case .imeisv(let imeisv): finding = try await source.finding(for: imeisv.imei)
      case .hardwareAddress: return .unknownEquipment
      }
    } catch {
      return .problem(
        500, "Internal Server Error", detail: "The lists could not be asked.",
        cause: .systemFailure)
    }
    switch finding {
    case .listed(let status): return .status(status)
    case .notListed: return notListed.map { .status($0) } ?? .unknownEquipment
    case .unavailable:
      return .problem(
        503, "Service Unavailable", detail: "No list is loaded.",
        headers: [("Retry-After", "60")])
    }
  }

  private static var apiPrefix: String { "/n5g-eir-eic/" }
}

/// A request target's path and query.
struct RequestTarget {
  let path: Substring
  let query: Substring

  /// Takes the origin form, and the absolute form that proxies send (RFC 9112).
  init(_ text: String) {
    var rest = text[...]
    for scheme in ["http://", "https://"] where text.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count).drop { $0 != "/" && $0 != "?" }
    }
    let halves = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = halves[0]
    query = halves.count > 1 ? halves[1] : ""
  }
}

/// The `Accept` header, as far as one media type is concerned.
enum AcceptHeader {
  /// Whether an answer in `application/json` is welcome (RFC 9110, 12.5.1). A header that cannot be
  /// read admits everything.
  static func admitsJSON(_ header: String?) -> Bool {
    guard let header else { return true }
    // The most specific range decides, so that `application/json;q=0, */*` refuses JSON.
    var best = (rank: -1, isAdmitted: true)
    for range in header.split(separator: ",") {
      let parts = range.split(separator: ";").map { part in
        String(part.filter { $0 != " " && $0 != "\t" }).lowercased()
      }
      let rank = ["*/*", "application/*", EquipmentStatusAPI.json].firstIndex(of: parts.first ?? "")
      guard let rank else {
        if best.rank < 0 { best.isAdmitted = false }
        continue
      }
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }
      let isAdmitted = quality.flatMap { Double($0.dropFirst(2)) } != 0
      if rank > best.rank { best = (rank, isAdmitted) }
    }
    return best.isAdmitted
  }
}
