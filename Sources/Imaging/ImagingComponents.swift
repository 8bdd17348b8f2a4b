internal import CHeif
internal import CLeptonica
import Glibc

/// The libraries that decode pictures, as they are installed here.
public enum ImagingComponents {
  /// A library and its version.
  public struct Library: Hashable, Sendable {
    /// The library's name.
    public let name: String
    /// Its version as it says itself.
    public let version: String
  }

  /// The libraries, by name.
  public static var libraries: [Library] {
    [
      Library(name: "libheif", version: String(cString: heif_get_version())),
      Library(name: "Leptonica", version: leptonicaVersion),
      Library(name: "picture libraries", version: pictureLibraries),
    ]
  }

  private static var leptonicaVersion: String {
    owned(getLeptonicaVersion()).replacing("leptonica-", with: "")
  }

  private static var pictureLibraries: String { owned(getImagelibVersions()) }

  /// A C string that the caller has to free.
  private static func owned(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text else { return "unknown" }
    defer { free(text) }
    return String(cString: text)
  }
}
