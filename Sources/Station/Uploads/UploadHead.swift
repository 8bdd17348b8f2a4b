internal import CaseFile
internal import HTTPTypes
internal import Hummingbird

/// What a request that brings files says before its body.
struct UploadHead {
  /// How the body holds the files.
  enum Form {
    case single(name: [UInt8])
    case multipart(boundary: [UInt8])
  }

  /// What may be asked for.
  enum Folders: String, CaseIterable {
    case exhibits
  }

  private static let keyField = HTTPField.Name("Idempotency-Key")
  private static let longestKey = 128

  let form: Form
  let exhibits: UploadExhibits
  /// The sender's key of the request.
  let key: String?

  /// - Throws: ``Problem``: 400, 415.
  init(_ request: Request) throws {
    let parameters = try QueryParameters(request, allowing: ["name", "exhibit", "folders"])
    var exhibits = UploadExhibits(
      usesFolders: try parameters.choice("folders", Folders.self) == .exhibits)
    if let exhibit = try parameters.text("exhibit", limit: ExhibitLimits.reference) {
      guard (try? ExhibitReference(exhibit)) != nil else {
        throw Problem.parameter(
          "exhibit", "is no reference of an exhibit",
          cure: "Give it as on the label, percent-encoded, for example AB%2F1.")
      }
      exhibits.say(exhibit)
    }
    self.exhibits = exhibits
    key = try Self.key(request.headers)
    form = try Self.form(request)
  }

  private static func key(_ headers: HTTPFields) throws -> String? {
    guard let keyField, let key = headers[keyField] else { return nil }
    guard (1...longestKey).contains(key.utf8.count),
      key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw Problem(
        .badRequest, "badKey", "The Idempotency-Key is not 1 to 128 visible ASCII characters.",
        cure: "Use a UUID, for example.")
    }
    return key
  }

  private static func form(_ request: Request) throws -> Form {
    if let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" {
      throw Problem(
        .unsupportedMediaType, "encodedBody", "The body is compressed.",
        cure: "Send it without Content-Encoding.")
    }
    guard let type = request.headers[.contentType] else {
      return .single(name: try name(request))
    }
    let media = HeaderParameters(type.utf8)?.value ?? ""
    if media == "multipart/form-data" {
      do throws(MultipartError) {
        return .multipart(boundary: try MultipartBoundary.bytes(ofContentType: type))
      } catch {
        throw Problem(error)
      }
    }
    guard media.hasPrefix("image/") || media == "application/octet-stream" else {
      throw Problem(
        .unsupportedMediaType, "wrongType",
        "The content type “\(type.visible(limit: 80))” is none of an upload.",
        cure: "Send one picture as image/* or application/octet-stream, or several as "
          + "multipart/form-data, for example curl -F photo=@a.jpg.")
    }
    return .single(name: try name(request))
  }

  /// The name of a body that is one file: from the address, or from Content-Disposition.
  private static func name(_ request: Request) throws -> [UInt8] {
    var name: [UInt8] = []
    if let given = request.uri.queryParameters["name"] {
      name = Array(given.utf8)
    } else if let header = request.headers[.contentDisposition] {
      guard let disposition = HeaderParameters(header.utf8) else {
        throw Problem(
          .badRequest, "badDisposition", "The Content-Disposition makes no sense.",
          cure: "Give the file's name as ?name= in percent-encoding.")
      }
      do throws(MultipartError) {
        name = try MultipartPart.fileName(disposition.parameters) ?? []
      } catch {
        throw Problem(error)
      }
    }
    guard name.count <= NewUpload.longestName else {
      let refusal = UploadRefusal.nameTooLong
      throw Problem(.badRequest, "nameTooLong", refusal.reason, cure: refusal.cure)
    }
    return name
  }
}
