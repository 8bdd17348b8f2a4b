/// Why a request was not answered (RFC 9457, with the additions of 3GPP TS 29.571).
public struct ProblemDetails: Sendable, Hashable {
  /// A parameter at fault.
  public struct InvalidParameter: Sendable, Hashable, Codable {
    /// Its name.
    public var param: String
    /// What is wrong with it.
    public var reason: String?
  }

  /// A few words that name the kind of problem.
  public var title: String?
  /// The HTTP status.
  public var status: Int?
  /// What happened this time.
  public var detail: String?
  /// The code of the cause, such as `ERROR_EQUIPMENT_UNKNOWN`.
  public var cause: String?
  /// The parameters at fault.
  public var invalidParams: [InvalidParameter]?

  /// A problem.
  public init(
    title: String? = nil, status: Int? = nil, detail: String? = nil, cause: String? = nil,
    invalidParams: [InvalidParameter]? = nil
  ) {
    self.title = title
    self.status = status
    self.detail = detail
    self.cause = cause
    self.invalidParams = invalidParams
  }
}

extension ProblemDetails: Codable {
  private enum CodingKeys: String, CodingKey { case title, status, detail, cause, invalidParams }

  /// Reads a problem; members of another type than the standard's count as missing, since a problem is
  /// there to be told.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    title = try? members.decodeIfPresent(String.self, forKey: .title)
    status = try? members.decodeIfPresent(Int.self, forKey: .status)
    detail = try? members.decodeIfPresent(String.self, forKey: .detail)
    cause = try? members.decodeIfPresent(String.self, forKey: .cause)
    invalidParams = try? members.decodeIfPresent([InvalidParameter].self, forKey: .invalidParams)
  }
}
