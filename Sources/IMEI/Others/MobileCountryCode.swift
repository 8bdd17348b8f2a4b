/// Mobile country codes (ITU-T E.212): the first three digits of a subscriber's number.
enum MobileCountryCode {
  /// The code that `digits` begin with, when one is assigned.
  static func code(of digits: [UInt8]) -> Int? {
    guard digits.count >= 3 else { return nil }
    let code = Int(digits[0]) * 100 + Int(digits[1]) * 10 + Int(digits[2])
    return assigned.contains(code) ? code : nil
  }

  /// Whether the number of `key` begins with an assigned code.
  static func begins(_ key: EquipmentKey) -> Bool {
    assigned.contains(Int(key.value / 100_000_000_000))
  }

  /// Codes assigned to countries and, 901, to international networks.
  private static let assigned: Set<Int> = {
    let ranges: [ClosedRange<Int>] = [
      212...214, 218...222, 310...316, 404...406, 412...422, 424...432, 436...438, 454...457,
      460...461, 466...467, 536...537, 539...555, 602...643, 645...655, 657...659,
    ]
    let single = [
      202, 204, 206, 208, 216, 225, 226, 228, 230, 231, 232, 234, 235, 238, 240, 242, 244, 246, 247,
      248, 250, 255, 257, 259, 260, 262, 266, 268, 270, 272, 274, 276, 278, 280, 282, 283, 284, 286,
      288, 289, 290, 292, 293, 294, 295, 297, 302, 308, 330, 332, 334, 338, 340, 342, 344, 346, 348,
      350, 352, 354, 356, 358, 360, 362, 363, 364, 365, 366, 368, 370, 372, 374, 376, 400, 401, 402,
      410, 434, 440, 441, 450, 452, 470, 472, 502, 505, 510, 514, 515, 520, 525, 528, 530, 702, 704,
      706, 708, 710, 712, 714, 716, 722, 724, 730, 732, 734, 736, 738, 740, 742, 744, 746, 748, 750,
      901,
    ]
    return Set(ranges.joined()).union(single)
  }()
}
