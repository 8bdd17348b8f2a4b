/// What open pages are told of a photo: that there is something new, and of one that was just read, what.
///
/// Everybody hears it, whatever he is still to key blind. So it has no name, which may hold the number, and what
/// became of a photo that was read before is asked for by those who may see it.
struct PhotoEvent: Encodable, Sendable {
  /// The photo.
  let sha256: String
  /// The upload that was read; nil when something else about the photo changed.
  @Nullable var upload: String?
  /// The status of the result, with an upload.
  @Nullable var status: String?
  /// Whether a reading of it is flagged, with an upload.
  @Nullable var flagged: Bool?

  /// Something about a photo changed.
  init(sha256: String) {
    self.sha256 = sha256
    (upload, status, flagged) = (nil, nil, nil)
  }

  /// An upload was read.
  init(sha256: String, upload: String, status: String, flagged: Bool) {
    self.sha256 = sha256
    self.upload = upload
    self.status = status
    self.flagged = flagged
  }

  /// The event as pages get it.
  ///
  /// - Throws: `EncodingError`.
  func event() throws -> StationEvent {
    StationEvent(name: "photo", json: String(decoding: try JSONAnswer.data(self), as: UTF8.self))
  }
}
