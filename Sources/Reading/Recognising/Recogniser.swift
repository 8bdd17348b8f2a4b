public import IMEI

/// Reads the text of a region.
public protocol Recogniser {
  /// The name under which its readings are listed.
  var source: Source { get }

  /// The texts of a region, one for each direction in which some was found.
  func recognise(_ region: Region) -> [RecognisedText]
}

/// Lines that run in one direction, in a frame in which they stand upright.
public struct RecognisedText: Hashable, Sendable {
  /// The lines, boxes in the frame's pixels.
  public var lines: [TextLine]
  /// The way from the frame's pixels to the region's.
  public var toRegion: PlaneTransform

  /// Makes a text; without a transform the frame is the region itself.
  public init(lines: [TextLine], toRegion: PlaneTransform = .identity) {
    self.lines = lines
    self.toRegion = toRegion
  }
}
