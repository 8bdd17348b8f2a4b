internal import HTTPTypes
internal import Hummingbird

/// Style sheets, scripts and icons: the ones compiled in, and no others.
struct AssetRoutes {
  private static let prefix = "/assets/"

  private let files: [String: StationFiles.File]

  init(files: [String: StationFiles.File] = StationFiles.all) {
    self.files = files
  }

  /// Adds the routes.
  func add(to router: Router<StationContext>) {
    router.get("assets/**") { request, _ in try answer(request) }
    router.get("favicon.ico") { _, _ in
      Response(status: .seeOther, headers: [.location: "/assets/mark.svg"])
    }
  }

  private func answer(_ request: Request) throws -> Response {
    // Names are compared as they are: nothing is decoded and no folder is gone through.
    let path = request.uri.path
    guard path.hasPrefix(Self.prefix), let file = files[String(path.dropFirst())] else {
      throw Problem(.notFound, "noSuchAddress", "There is nothing at this address.")
    }
    var headers: HTTPFields = [
      .contentType: StationFiles.type(of: path), .eTag: file.tag, .cacheControl: "no-cache",
    ]
    let known = request.headers[.ifNoneMatch]?.split(separator: ",").map { tag in
      tag.filter { $0 != " " }
    }
    if let known, known.contains(file.tag) || known.contains("W/\(file.tag)") {
      headers[.contentType] = nil
      return Response(status: .notModified, headers: headers)
    }
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
  }
}
