public import CaseFile

extension ReportImages {
  /// The pictures that a case keeps of digits, and small ones of whole photos.
  ///
  /// - Parameter thumbnails: nil when whole photos are not to be shown.
  public init(of file: CaseFile, thumbnails: ReportThumbnails? = nil) {
    self.init(
      crop: { photo, position in try file.crop(of: photo, position: position) },
      thumbnail: { photo in try thumbnails?.png(of: photo) })
  }
}
