public import HTTPTypes
public import Hummingbird
internal import NIOCore

/// An error as the interface tells it: problem details (RFC 9457) with a cure.
public struct Problem: Error, HTTPResponseError {
  /// The media type of problem details.
  static let mediaType = "application/problem+json"

  /// The status of the answer.
  public let status: HTTPResponse.Status
  /// What kind it is, stable across releases: the end of its `type`, `urn:imeikit:problem:CODE`.
  public let code: String
  /// What went wrong, for a person.
  public let detail: String
  /// What to do about it.
  public let cure: String?
  /// Members of its own, by name.
  public let members: [String: String]
  /// Headers of its own.
  public let headers: HTTPFields

  /// A problem.
  public init(
    _ status: HTTPResponse.Status, _ code: String, _ detail: String, cure: String? = nil,
    members: [String: String] = [:], headers: HTTPFields = [:]
  ) {
    self.status = status
    self.code = code
    self.detail = detail
    self.cure = cure
    self.members = members
    self.headers = headers
  }

  private struct Body: Encodable {
    let type: String
    let title: String
    let status: Int
    let detail: String
    let cure: String?
    let members: [String: String]?
  }

  /// The answer: the problem as `application/problem+json`.
  public func response(from request: Request, context: some RequestContext) throws -> Response {
    try JSONAnswer.response(
      Body(
        type: "urn:imeikit:problem:\(code)", title: status.reasonPhrase, status: status.code,
        detail: detail, cure: cure, members: members.isEmpty ? nil : members),
      status: status, type: Self.mediaType, headers: headers)
  }
}
