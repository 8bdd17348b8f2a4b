import ArgumentParser
import Imaging
import Intake

/// What a photo may ask for before it is refused.
struct LimitOptions: ParsableArguments {
  @Option(help: "Refuse pictures of more than this many million pixels.")
  var maxMegapixels = 100

  @Option(help: "Refuse files of more than this many megabytes.")
  var maxMegabytes = 256

  @Option(help: "Refuse files of more than this many pages.")
  var maxPages = 100

  func validate() throws {
    guard (1...1_000).contains(maxMegapixels) else {
      throw ValidationError("--max-megapixels takes a number from 1 to 1000.")
    }
    guard (1...4_096).contains(maxMegabytes) else {
      throw ValidationError("--max-megabytes takes a number from 1 to 4096.")
    }
    guard (1...10_000).contains(maxPages) else {
      throw ValidationError("--max-pages takes a number from 1 to 10000.")
    }
  }

  /// The limits as the decoders take them.
  var imageLimits: ImageLimits {
    ImageLimits(
      maxPixels: maxMegapixels * 1_000_000, maxFileBytes: maxMegabytes << 20, maxPages: maxPages)
  }

  /// The worker's confinement; its address space grows with the pixels that are allowed.
  var sandbox: Sandbox {
    var sandbox = Sandbox()
    if let bytes = sandbox.addressSpaceBytes, maxMegapixels > 100 {
      sandbox.addressSpaceBytes = bytes / 100 * UInt64(maxMegapixels)
    }
    return sandbox
  }

  /// The same options for a worker's command line.
  var arguments: [String] {
    [
      "--max-megapixels", String(maxMegapixels), "--max-megabytes", String(maxMegabytes),
      "--max-pages", String(maxPages),
    ]
  }
}
