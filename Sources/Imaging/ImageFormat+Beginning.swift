extension ImageFormat {
  /// How many bytes of a file's beginning tell its format in every case.
  public static let beginningLength = 4_096

  /// The format of a file by its first bytes, so that what is no picture can be refused before the rest of it
  /// has arrived.
  ///
  /// - Parameter beginning: the first ``beginningLength`` bytes, or all of a shorter file.
  /// - Throws: ``ImagingError`` that says what the file is instead.
  public init(ofFileBeginning beginning: [UInt8]) throws(ImagingError) {
    self = try FormatSniffer.format(of: ByteView(beginning))
  }
}
