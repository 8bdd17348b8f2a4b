/// The description of the interface, as it is compiled into the program.
enum OpenAPI {
  /// The description's name among the station's files.
  private static let name = "openapi.json"

  /// The description as JSON: OpenAPI 3.1.
  static let document: [UInt8] = StationFiles.all[name]?.bytes ?? []
}
