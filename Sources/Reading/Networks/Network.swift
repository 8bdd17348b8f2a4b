internal import CAssets
internal import CNetwork
internal import Imaging

/// One of the kit's own networks, ready to run.
///
/// It keeps its scratch memory from picture to picture, so it serves one thread at a time.
final class Network {
  /// Which network.
  enum Model: String, CaseIterable {
    /// Says where lines are, how high and at which angle: maps at a quarter of the picture's size.
    case locator
    /// Reads one line of 32 rows: a class for every fourth column.
    case recogniser
    /// The same, of another shape and trained on other lines.
    case secondRecogniser
  }

  /// How the sums are computed; every kernel gives the same bits.
  enum Kernel: Int32, CaseIterable {
    case scalar, sse2, avx2, avx512
  }

  /// The recogniser's classes from 1 on (0 is blank); empty for the locator.
  let alphabet: String

  private let handle: OpaquePointer

  /// The kernel that this machine uses, such as "AVX2".
  static var kernelName: String { String(cString: cnetwork_kernel_name()) }

  /// Opens an embedded network.
  ///
  /// - Throws: `ReadingError` when its file is malformed, which is a fault of the build.
  convenience init(_ model: Model) throws(ReadingError) {
    let file = Self.file(of: model)
    guard let handle = cnetwork_open(file.baseAddress, file.count) else {
      throw .networkUnusable("\(model)")
    }
    self.init(owning: handle)
  }

  /// The bytes of an embedded network's file.
  static func bytes(of model: Model) -> [UInt8] { Array(file(of: model)) }

  private static func file(of model: Model) -> UnsafeBufferPointer<UInt8> {
    var size = 0
    let start =
      switch model {
      case .locator: cassets_locator(&size)
      case .recogniser: cassets_recogniser(&size)
      case .secondRecogniser: cassets_second_recogniser(&size)
      }
    return UnsafeBufferPointer(start: start, count: size)
  }

  /// Opens a network file; nil if it is malformed.
  convenience init?(file: [UInt8]) {
    guard let handle = cnetwork_open(file, file.count) else { return nil }
    self.init(owning: handle)
  }

  private init(owning handle: OpaquePointer) {
    self.handle = handle
    var length = 0
    let bytes = cnetwork_alphabet(handle, &length)
    alphabet = UnsafeBufferPointer(start: bytes, count: length).withMemoryRebound(to: UInt8.self) {
      String(decoding: $0, as: UTF8.self)
    }
  }

  deinit { cnetwork_close(handle) }

  /// Uses one kernel from now on; false if this machine lacks it.
  func use(_ kernel: Kernel) -> Bool {
    cnetwork_force_kernel(handle, kernel.rawValue) != 0
  }

  /// Runs on a picture and hands over the maps; nil if the picture does not fit the network.
  ///
  /// A picture that is empty does not fit, nor one of another height than the recogniser's 32 rows.
  func maps(of image: GrayImage) -> NetworkMaps? {
    var values: UnsafePointer<Float>?
    var width: Int32 = 0
    var height: Int32 = 0
    var count: Int32 = 0
    guard let columns = Int32(exactly: image.width), let rows = Int32(exactly: image.height),
      cnetwork_run(
        handle, image.pixels, columns, rows, image.width, &values, &width, &height, &count)
        != 0
    else { return nil }
    let size = Int(width) * Int(height) * Int(count)
    return NetworkMaps(
      width: Int(width), height: Int(height), maps: Int(count),
      values: Array(UnsafeBufferPointer(start: values, count: size)))
  }

  /// Runs on a picture that fits the network; the closure gets the maps.
  func run<Result>(_ image: GrayImage, _ body: (NetworkMaps) throws -> Result) rethrows -> Result {
    guard let maps = maps(of: image) else {
      preconditionFailure("a picture of \(image.width) × \(image.height) does not fit the network")
    }
    return try body(maps)
  }
}
