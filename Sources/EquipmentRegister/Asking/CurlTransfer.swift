internal import CCurl

/// One GET by libcurl: no redirect, proxy, cookie, stored log-in or other protocol, headers and body
/// bounded. Used once, by one thread.
final class CurlTransfer {
  private let handle: UnsafeMutableRawPointer
  private var headerList: UnsafeMutablePointer<curl_slist>?
  private let maximumBody: Int
  private let stop: StopFlag
  private var body: [UInt8] = []
  private var headerBytes = 0
  private var isTooLong = false

  private static let maximumHeaders = 65_536
  /// Done once, before any other call, whatever thread comes first.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init(maximumBody: Int, stop: StopFlag) throws(RegisterTransport.Failure) {
    guard Self.isReady, let handle = curl_easy_init() else {
      throw .init(reason: "libcurl could not be started")
    }
    self.handle = handle
    self.maximumBody = maximumBody
    self.stop = stop
  }

  deinit {
    curl_easy_cleanup(handle)
    curl_slist_free_all(headerList)
  }

  /// Sets everything that the request is made of.
  func prepare(
    _ transport: RegisterTransport, url: String, headers: [String]
  ) throws(RegisterTransport.Failure) {
    for header in headers {
      guard let longer = curl_slist_append(headerList, header) else {
        throw .init(reason: "libcurl has no memory left")
      }
      headerList = longer
    }
    let milliseconds =
      transport.timeout.components.seconds * 1_000
      + transport.timeout.components.attoseconds / 1_000_000_000_000_000
    let version =
      transport.usesHTTP2 ? CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE : Int(CURL_HTTP_VERSION_2TLS)
    var codes = [
      set(CURLOPT_URL, url), set(CURLOPT_PROTOCOLS_STR, "http,https"),
      // An empty text: no proxy, whatever the environment says.
      set(CURLOPT_PROXY, ""), set(CURLOPT_FOLLOWLOCATION, 0), set(CURLOPT_NOSIGNAL, 1),
      set(CURLOPT_TIMEOUT_MS, Int(milliseconds)), set(CURLOPT_FORBID_REUSE, 1),
      set(CURLOPT_HTTP_VERSION, version), set(CURLOPT_NOPROGRESS, 0),
      imeikit_curl_set_pointer(handle, CURLOPT_HTTPHEADER, headerList),
      imeikit_curl_set_receiver(handle, CURLOPT_HEADERFUNCTION, Self.receiveHeader),
      imeikit_curl_set_receiver(handle, CURLOPT_WRITEFUNCTION, Self.receiveBody),
      imeikit_curl_set_watcher(handle, Self.watch),
    ]
    if let authorities = transport.authorities {
      codes += [
        set(CURLOPT_CAINFO, authorities), imeikit_curl_set_text(handle, CURLOPT_CAPATH, nil),
      ]
    }
    for code in codes where code != CURLE_OK { throw .init(reason: Self.text(code)) }
  }

  /// Sends the request and waits for the end of the response.
  func perform() throws(RegisterTransport.Failure) -> RegisterTransport.Response {
    let code = withExtendedLifetime(self) {
      let context = Unmanaged.passUnretained(self).toOpaque()
      for option in [CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_XFERINFODATA] {
        imeikit_curl_set_pointer(handle, option, context)
      }
      return curl_easy_perform(handle)
    }
    if isTooLong { throw .init(reason: "the response is longer than \(maximumBody) bytes") }
    if stop.isSet { throw .init(reason: "the question was withdrawn") }
    guard code == CURLE_OK else { throw .init(reason: Self.text(code)) }
    return RegisterTransport.Response(
      status: imeikit_curl_response_code(handle), contentType: header("Content-Type"),
      retryAfter: header("Retry-After"), body: body)
  }

  private func header(_ name: String) -> String? {
    imeikit_curl_header(handle, name).map { String(cString: $0) }
  }

  private func set(_ option: CURLoption, _ value: Int) -> CURLcode {
    imeikit_curl_set_long(handle, option, value)
  }

  private func set(_ option: CURLoption, _ value: String) -> CURLcode {
    imeikit_curl_set_text(handle, option, value)
  }

  private static func text(_ code: CURLcode) -> String {
    if code == CURLE_OPERATION_TIMEDOUT { return "no answer within the time allowed" }
    return curl_easy_strerror(code).map { String(cString: $0) }
      ?? "libcurl's error \(code.rawValue)"
  }

  /// Counts header bytes; fewer than it was given end the transfer.
  private static let receiveHeader: imeikit_curl_receiver = { _, size, count, context in
    guard let transfer = transfer(context) else { return 0 }
    transfer.headerBytes += size * count
    transfer.isTooLong = transfer.headerBytes > maximumHeaders
    return transfer.isTooLong ? 0 : size * count
  }

  private static let receiveBody: imeikit_curl_receiver = { bytes, size, count, context in
    guard let transfer = transfer(context) else { return 0 }
    let arrived = UnsafeRawBufferPointer(start: bytes, count: size * count)
    guard transfer.body.count + arrived.count <= transfer.maximumBody else {
      transfer.isTooLong = true
      return 0
    }
    transfer.body.append(contentsOf: arrived)
    return arrived.count
  }

  private static let watch: imeikit_curl_watcher = { context, _, _, _, _ in
    transfer(context)?.stop.isSet == true ? 1 : 0
  }

  private static func transfer(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
  }
}
