/// Grey from colour: the weights of ITU-R BT.601, the ones a JPEG's Y plane is made with.
enum Luma {
  /// Rounded `0.299 R + 0.587 G + 0.114 B`; exact for greys.
  @inline(__always)
  static func gray(_ red: UInt32, _ green: UInt32, _ blue: UInt32) -> UInt32 {
    (red &* 19_595 &+ green &* 38_470 &+ blue &* 7_471 &+ 32_768) >> 16
  }

  static func gray(red: Int, green: Int, blue: Int) -> UInt8 {
    UInt8(
      truncatingIfNeeded: gray(UInt32(red & 0xFF), UInt32(green & 0xFF), UInt32(blue & 0xFF)))
  }

  /// A shade seen through on white paper: straight alpha.
  @inline(__always)
  static func onWhite(_ gray: UInt32, alpha: UInt32) -> UInt32 {
    (gray &* alpha &+ 255 &* (255 &- alpha) &+ 127) / 255
  }
}
