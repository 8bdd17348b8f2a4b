/// The libraries and models that reading leans on, as they are installed here.
public enum ReadingComponents {
  /// A library and its version.
  public struct Library: Hashable, Sendable {
    /// The library's name.
    public let name: String
    /// Its version as it says itself.
    public let version: String
  }

  /// The libraries, by name; for the kit's own networks, the kernel that this machine runs them with.
  public static var libraries: [Library] {
    [
      Library(name: "networks", version: "\(Network.kernelName) kernel"),
      Library(name: "Tesseract", version: TesseractEngine.version),
      Library(name: "ZXing", version: BarcodeReader.version),
    ]
  }

  /// The kit's own networks by name, each with the bytes of its file.
  public static var networks: [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: Network.Model.allCases.map { ($0.rawValue, Network.bytes(of: $0)) })
  }

  /// The file of Tesseract's model, which reads lines a second time.
  ///
  /// - Throws: `ReadingError` when the model cannot be loaded.
  public static func modelPath() throws(ReadingError) -> String {
    try TesseractEngine().modelPath
  }
}
