import ArgumentParser
import BlockList
import Foundation
import IMEI

/// Times single look-ups, warm, one after another.
@main
struct LookUpsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark-lookups",
    abstract: "Times single look-ups in the block-list store.",
    discussion: """
      Reads IMEIs from FILE, one a line, asks for each twice, and prints what the second round took.

      EXAMPLE:
        IMEIKIT_HOME=/tmp/lists swift run -c release benchmark-lookups imeis.txt --count 20000
      """)

  @Argument(help: "IMEIs, one a line.")
  var file: String

  @Option(help: "How many of them are asked for.")
  var count = 20_000

  func run() throws {
    let store = try BlockListStore(path: try BlockListLocation.defaultPath(), mode: .readOnly)
    var reader = try IMEIListReader(.file(file))
    let imeis = try reader.nextBatch(count).compactMap(\.outcome.imei)
    for imei in imeis { _ = try store.lookUp(imei) }
    let clock = ContinuousClock()
    var times: [Double] = []
    var flagged = 0
    for imei in imeis {
      let start = clock.now
      let answer = try store.lookUp(imei)
      times.append((clock.now - start) / .microseconds(1))
      if answer.state == .flagged { flagged += 1 }
    }
    times.sort()
    guard !times.isEmpty else { throw ValidationError("\(file) has no IMEI.") }
    func share(_ share: Double) -> String {
      String(format: "%.1f", times[min(times.count - 1, Int(share * Double(times.count)))])
    }
    let entries = try store.lists().reduce(0) { $0 + $1.total }
    print(
      "\(times.count) look-ups in \(entries) entries, \(flagged) flagged: "
        + "median \(share(0.5)) µs, 99 % below \(share(0.99)) µs")
  }
}
