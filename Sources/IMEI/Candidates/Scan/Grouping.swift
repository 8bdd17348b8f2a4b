/// How the digits of an IMEI are grouped in print, and nothing else.
///
/// Taking any neighbouring groups that add up to 15 was measured to glue caption digits on and to cut
/// numbers out of ICCIDs; hence a closed list.
enum Grouping {
  /// 15 digits. 2-6-7, 2-12-1 and 6-8-1 are 2-6-6-1 and 6-2-6-1 with a narrow space lost, in print or in
  /// reading.
  static let fifteen: Set<[Int]> = [
    [15], [14, 1], [8, 6, 1], [8, 7], [6, 2, 6, 1], [6, 2, 7], [2, 6, 6, 1], [2, 6, 7],
    [2, 12, 1], [6, 8, 1],
    [4, 4, 4, 3],
    [5, 5, 5],
    [3, 3, 3, 3, 3],
  ]

  /// 14 digits without check digit, believed only under a caption.
  static let fourteen: Set<[Int]> = [[14], [8, 6], [2, 6, 6], [6, 2, 6]]

  /// 16 digits of an IMEISV that needs no caption of its own.
  static let telling: Set<[Int]> = [[8, 6, 2]]

  /// 16 digits of an IMEISV under the caption IMEISV.
  static let sixteen: Set<[Int]> = [
    [16], [14, 2], [8, 6, 2], [2, 6, 6, 2], [6, 2, 6, 2], [8, 8], [4, 4, 4, 4],
  ]

  /// What the groups of a run are, taken whole.
  enum Whole: Equatable {
    /// 15 digits, with a software version in the last group or none.
    case imei(hasVersion: Bool)
    /// 16 digits, the last two a software version.
    case imeisv
    /// 14 digits.
    case withoutCheckDigit
  }

  /// Judges the groups of a run from first to last.
  ///
  /// - Parameters:
  ///   - lengths: the digits of each group.
  ///   - slashBeforeLast: whether a slash stands before the last group, as before a software version.
  ///   - caption: what the words near say.
  static func whole(_ lengths: [Int], slashBeforeLast: Bool, caption: Context?) -> Whole? {
    guard lengths.count <= 6 else { return nil }
    if fifteen.contains(lengths) { return .imei(hasVersion: false) }
    if slashBeforeLast, lengths.last == 2, fifteen.contains(Array(lengths.dropLast())) {
      return .imei(hasVersion: true)
    }
    if caption?.saysSoftwareVersion == true ? sixteen.contains(lengths) : telling.contains(lengths)
    {
      return .imeisv
    }
    if caption?.isIMEI == true || caption?.other == .meid, fourteen.contains(lengths) {
      return .withoutCheckDigit
    }
    return nil
  }
}
