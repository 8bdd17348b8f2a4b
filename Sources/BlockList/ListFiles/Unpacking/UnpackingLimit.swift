/// Stops an archive that unpacks to far more than a list could: a “zip bomb”.
///
/// Deflate reaches 1,032 to one on a run of equal bytes. Lists of numbers measured between 3 and 40 to
/// one, so that what unpacks to more than ``ratio`` times its size is no list. Small files are let be:
/// a repetitive one may beat the ratio and costs nothing.
struct UnpackingLimit {
  static let ratio = 200
  /// Unpacked bytes that are let through whatever the ratio.
  static let allowance = 64 << 20

  let name: String
  private var unpacked = 0

  init(name: String) { self.name = name }

  /// Counts `more` unpacked bytes out of `packed` in all.
  ///
  /// - Throws: ``BlockListError`` `unsuitableArchive`.
  mutating func count(_ more: Int, packed: Int) throws(BlockListError) {
    unpacked += more
    guard unpacked > Self.allowance, unpacked / Self.ratio > packed else { return }
    throw BlockListError(
      .unsuitableArchive,
      "\(name) unpacks to more than \(Self.ratio) times its size, which no list does",
      cure: "Unpack it yourself, look at what it holds, and give the list file itself.",
      detail: "\(unpacked) bytes out of \(packed)")
  }
}
