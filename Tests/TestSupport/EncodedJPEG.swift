internal import CTurboJPEG
public import Imaging

/// JPEG files for tests, made by libjpeg-turbo.
public enum EncodedJPEG {
  /// How the picture is stored.
  public enum Kind: String, Sendable, CaseIterable {
    /// One grey channel.
    case gray
    /// YCbCr, chroma at half size both ways, baseline.
    case colour
    /// As `colour`, progressive.
    case progressive
    /// YCCK with an Adobe marker.
    case inks
  }

  /// A file of a grey picture, with an EXIF block if one is given.
  public static func bytes(
    of image: GrayImage, kind: Kind = .colour, quality: Int = 95, exif: ExifBlock? = nil
  ) -> [UInt8] {
    guard let handle = tjInitCompress() else { return [] }
    defer { tjDestroy(handle) }
    var buffer: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    // Adobe stores inks inverted, so grey goes in as the brightness of each ink's paper.
    let source =
      kind == .inks ? image.pixels.flatMap { [$0, $0, $0, 255] } : image.pixels
    let format = kind == .inks ? TJPF_CMYK : TJPF_GRAY
    let subsampling = kind == .gray ? TJSAMP_GRAY : kind == .inks ? TJSAMP_444 : TJSAMP_420
    let expanded = kind == .colour || kind == .progressive
    let pixels = expanded ? source.flatMap { [$0, $0, $0] } : source
    let status = tjCompress2(
      handle, pixels, Int32(image.width), 0, Int32(image.height),
      Int32((expanded ? TJPF_RGB : format).rawValue), &buffer, &size,
      Int32(subsampling.rawValue), Int32(quality), kind == .progressive ? TJFLAG_PROGRESSIVE : 0)
    defer { tjFree(buffer) }
    guard status == 0, let buffer else { return [] }
    let file = Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
    guard let exif else { return file }
    return inserting(segment: 0xE1, Array("Exif\0\0".utf8) + exif.bytes(), into: file)
  }

  /// The file with a marker segment right after its start.
  public static func inserting(
    segment marker: UInt8, _ content: [UInt8], into file: [UInt8]
  ) -> [UInt8] {
    let length = content.count + 2
    return Array(file[..<2]) + [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + content
      + Array(file[2...])
  }
}
