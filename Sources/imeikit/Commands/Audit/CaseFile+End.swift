import CaseFile
import Foundation

extension CaseFile {
  /// Ends the work on the case: closes it, and signs where its log stands with the station's key, if there
  /// is one.
  func end() throws {
    try close()
    guard let key = try StationPlaces.key() else { return }
    let closed = try CaseFile.open(at: path, mode: .readOnly, session: session)
    defer { try? closed.close() }
    try closed.signHead(in: StationPlaces.heads(), key: key)
  }

  /// Signs where the log stands now with the station's key, if there is one.
  func signHeadIfKeyed() throws {
    guard let key = try StationPlaces.key() else { return }
    try signHead(in: StationPlaces.heads(), key: key)
  }
}
