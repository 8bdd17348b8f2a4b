internal import CHeif

/// HEIC through libheif: the luma plane, already rotated and mirrored by the library.
enum HEIFDecoder {
  static func decode(
    _ view: ByteView, _ heif: HEIFStructure, limits: ImageLimits
  ) throws(ImagingError) -> GrayImage {
    try heif.verify(view)
    let decoded = FilledMemory.during {
      view.bytes.withUnsafeBytes { bytes -> Result<GrayImage, ImagingError> in
        do throws(ImagingError) {
          let context = try HEIFContext(bytes, limits: limits)
          return .success(try context.primaryLuma())
        } catch {
          return .failure(error)
        }
      }
    }
    return try decoded.get()
  }
}

/// Owns a libheif context, the primary picture's handle and its decoded image.
///
/// The bytes are not copied: they must outlive the object.
private final class HEIFContext {
  private let context: OpaquePointer
  private var handle: OpaquePointer?
  private var image: OpaquePointer?
  private let limits: ImageLimits
  private let byteCount: Int

  init(_ bytes: UnsafeRawBufferPointer, limits: ImageLimits) throws(ImagingError) {
    guard let context = heif_context_alloc() else {
      throw .damaged(.heif, "the decoder could not be started")
    }
    self.context = context
    self.limits = limits
    byteCount = bytes.count
    // Photos are spread over processes; threads here would only compete with them.
    heif_context_set_max_decoding_threads(context, 0)
    try check(
      heif_context_read_from_memory_without_copy(context, bytes.baseAddress, bytes.count, nil))
    try check(heif_context_get_primary_image_handle(context, &handle))
  }

  deinit {
    if let image { heif_image_release(image) }
    if let handle { heif_image_handle_release(handle) }
    heif_context_free(context)
  }

  func primaryLuma() throws(ImagingError) -> GrayImage {
    try limits.check(
      width: Int(heif_image_handle_get_width(handle)),
      height: Int(heif_image_handle_get_height(handle)), of: .heif)
    let options = heif_decoding_options_alloc()
    defer { heif_decoding_options_free(options) }
    options?.pointee.strict_decoding = 1
    // Without a wish for YCbCr libheif 1.15 converts to RGB, which costs more and loses the plane.
    try check(heif_decode_image(handle, &image, heif_colorspace_YCbCr, heif_chroma_420, options))
    guard let image, heif_image_has_channel(image, heif_channel_Y) != 0 else {
      throw .variant(.heif, "a picture without a brightness plane")
    }
    return try luma(of: image)
  }

  private func luma(of image: OpaquePointer) throws(ImagingError) -> GrayImage {
    let width = Int(heif_image_get_width(image, heif_channel_Y))
    let height = Int(heif_image_get_height(image, heif_channel_Y))
    try limits.check(width: width, height: height, of: .heif)
    let depth = Int(heif_image_get_bits_per_pixel_range(image, heif_channel_Y))
    var stride: Int32 = 0
    guard let plane = heif_image_get_plane_readonly(image, heif_channel_Y, &stride),
      (8...16).contains(depth), Int(stride) >= width * (depth > 8 ? 2 : 1)
    else { throw .variant(.heif, "\(depth) bits a sample") }
    let levels = Self.levels(isLimited: isLimitedRange(image))
    return levels.withUnsafeBufferPointer { levels in
      GrayImage(width: width, height: height) { target in
        for y in 0..<height {
          let line = plane + y * Int(stride)
          let to = target + y * width
          if depth == 8 {
            for x in 0..<width { to[x] = levels[Int(line[x])] }
          } else {
            for x in 0..<width {
              let sample = Int(line[2 * x]) | Int(line[2 * x + 1]) << 8
              to[x] = levels[min(255, sample >> (depth - 8))]
            }
          }
        }
      }
    }
  }

  private func isLimitedRange(_ image: OpaquePointer) -> Bool {
    var profile: UnsafeMutablePointer<heif_color_profile_nclx>?
    let answer = heif_image_get_nclx_color_profile(image, &profile)
    defer { heif_nclx_color_profile_free(profile) }
    guard answer.code == heif_error_Ok, let profile else { return false }
    return profile.pointee.full_range_flag == 0
  }

  /// Video range (16...235) stretched to 0...255.
  private static func levels(isLimited: Bool) -> [UInt8] {
    (0..<256).map { isLimited ? UInt8(min(max(($0 - 16) * 255 / 219, 0), 255)) : UInt8($0) }
  }

  private func check(_ error: heif_error) throws(ImagingError) {
    guard error.code != heif_error_Ok else { return }
    let message = error.message.map { String(cString: $0) } ?? ""
    if error.subcode == heif_suberror_End_of_data {
      throw .truncated(.heif, bytes: byteCount, detail: message)
    }
    if error.code == heif_error_Unsupported_feature || error.code == heif_error_Unsupported_filetype
    {
      throw .variant(.heif, "a feature of the format", detail: message)
    }
    throw .damaged(.heif, "its picture cannot be decoded", detail: message)
  }
}
