internal import CHeif
public import Imaging

/// HEIC files for tests, made by libheif.
public enum EncodedHEIC {
  /// A file of a grey picture, rotated and mirrored by the file's own means to undo `orientation`.
  ///
  /// `exif` goes in beside it and should not change how the picture is shown. Empty if this libheif
  /// cannot encode.
  public static func bytes(
    of image: GrayImage, orientation: Int = 1, bitDepth: Int = 8, exif: ExifBlock? = nil
  ) -> [UInt8] {
    guard let context = heif_context_alloc() else { return [] }
    defer { heif_context_free(context) }
    guard let picture = picture(of: image, bitDepth: bitDepth) else { return [] }
    defer { heif_image_release(picture) }
    var encoder: OpaquePointer?
    guard
      heif_context_get_encoder_for_format(context, heif_compression_HEVC, &encoder).code
        == heif_error_Ok
    else { return [] }
    defer { heif_encoder_release(encoder) }
    _ = heif_encoder_set_lossy_quality(encoder, 90)
    let options = heif_encoding_options_alloc()
    defer { heif_encoding_options_free(options) }
    options?.pointee.image_orientation = heif_orientation(UInt32(orientation))
    var handle: OpaquePointer?
    let answer = heif_context_encode_image(context, picture, encoder, options, &handle)
    defer { heif_image_handle_release(handle) }
    guard answer.code == heif_error_Ok else { return [] }
    if let exif {
      let block = exif.bytes()
      _ = heif_context_add_exif_metadata(context, handle, block, Int32(block.count))
    }
    return written(context)
  }

  private static func picture(of image: GrayImage, bitDepth: Int) -> OpaquePointer? {
    var picture: OpaquePointer?
    let (width, height) = (Int32(image.width), Int32(image.height))
    guard
      heif_image_create(width, height, heif_colorspace_YCbCr, heif_chroma_420, &picture).code
        == heif_error_Ok
    else { return nil }
    let planes = [
      (heif_channel_Y, width, height), (heif_channel_Cb, (width + 1) / 2, (height + 1) / 2),
      (heif_channel_Cr, (width + 1) / 2, (height + 1) / 2),
    ]
    for (channel, planeWidth, planeHeight) in planes {
      _ = heif_image_add_plane(picture, channel, planeWidth, planeHeight, Int32(bitDepth))
      var stride: Int32 = 0
      guard let plane = heif_image_get_plane(picture, channel, &stride) else { return nil }
      for y in 0..<Int(planeHeight) {
        for x in 0..<Int(planeWidth) {
          let level = channel == heif_channel_Y ? Int(image[x, y]) : 128
          if bitDepth == 8 {
            plane[y * Int(stride) + x] = UInt8(level)
          } else {
            let wide = level << (bitDepth - 8)
            plane[y * Int(stride) + 2 * x] = UInt8(wide & 255)
            plane[y * Int(stride) + 2 * x + 1] = UInt8(wide >> 8)
          }
        }
      }
    }
    return picture
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }

  private static func written(_ context: OpaquePointer) -> [UInt8] {
    let sink = Sink()
    var writer = heif_writer()
    writer.writer_api_version = 1
    writer.write = { _, data, size, sink in
      if let sink, let data {
        Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes +=
          UnsafeRawBufferPointer(start: data, count: size)
      }
      return heif_error(code: heif_error_Ok, subcode: heif_suberror_Unspecified, message: nil)
    }
    _ = heif_context_write(context, &writer, Unmanaged.passUnretained(sink).toOpaque())
    return sink.bytes
  }
}
