public import IMEI

/// Reads the text of a region.
public protocol Recogniser {
  /// The name under which its readings are listed.
  var source: Source { get }

  /// The lines of a region, boxes in the region's pixels.
  func recognise(_ region: Region) -> [TextLine]
}
