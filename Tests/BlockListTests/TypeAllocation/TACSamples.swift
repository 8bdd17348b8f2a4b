import Foundation
import IMEI
import Testing

@testable import BlockList

/// A store of its own with TAC lists of made-up rows.
struct TACSamples {
  let folder: TemporaryFolder
  let directory: TACDirectory

  static let gsmaHeader =
    "TAC|Marketing Name|Internal Model Name|Manufacturer|Bands|Allocation Date|Country Code|"
    + "Fixed Code|Manufacturer Code|Radio Interface|Brand Name|Model Name|Operating System|NFC|"
    + "Bluetooth|WLAN|Device Type"

  /// A row of a GSMA file.
  static func gsmaRow(
    _ tac: String, marketing: String = "Phone One", manufacturer: String = "Nokia Oyj",
    brand: String = "Nokia", model: String = "TA-1"
  ) -> String {
    "\(tac)|\(marketing)|Internal 1|\(manufacturer)|GSM 900, GSM 1800 |01-Mar-2004|460|MANU|12|GPRS|"
      + "\(brand)|\(model)|Not Known|Not Known|Yes|Not Known|Handheld"
  }

  init() throws {
    folder = try TemporaryFolder()
    directory = TACDirectory(store: try folder.store())
  }

  @discardableResult
  func load(
    _ text: String, name: String = "list", date: String = "2026-03-04", licence: String? = nil,
    allowing overrides: Set<ImportGuard> = [], onRefusal: ((RefusedRow) throws -> Void)? = nil
  ) throws -> TACImportReport {
    try load(
      bytes: Array(text.utf8), name: name, date: date, licence: licence, allowing: overrides,
      onRefusal: onRefusal)
  }

  @discardableResult
  func load(
    bytes: [UInt8], name: String = "list", date: String = "2026-03-04", licence: String? = nil,
    allowing overrides: Set<ImportGuard> = [], onRefusal: ((RefusedRow) throws -> Void)? = nil
  ) throws -> TACImportReport {
    var options = Sample.options
    options.overrides = overrides
    return try directory.importList(
      from: .bytes(bytes, name: "dir/\(name).csv"), name: name, date: try ListDate(date),
      licence: licence, options: options, onRefusal: onRefusal)
  }

  /// The code of the error that an import of `bytes` ends with.
  func failure(_ bytes: [UInt8]) -> BlockListError.Code? {
    do {
      try load(bytes: bytes)
      return nil
    } catch {
      return (error as? BlockListError)?.code
    }
  }

  func answer(_ tac: String) throws -> TACAnswer {
    try directory.lookUp(try #require(TAC(tac)))
  }
}
