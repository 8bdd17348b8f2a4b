import Foundation
import Imaging
import Testing

@Suite("Photo files are read whole or refused")
struct PhotoFileTests {
  /// A folder that goes away with the test.
  private final class Folder {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String, _ bytes: [UInt8]) -> String {
      let full = "\(path)/\(name)"
      _ = FileManager.default.createFile(atPath: full, contents: Data(bytes))
      return full
    }
  }

  private func code(_ path: String, _ limits: ImageLimits = ImageLimits()) -> ImagingError.Code? {
    do throws(ImagingError) {
      _ = try PhotoFile.read(path: path, limits: limits)
      return nil
    } catch {
      return error.code
    }
  }

  @Test("bytes come back as they are, none for an empty file")
  func contents() throws {
    let folder = try Folder()
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try PhotoFile.read(path: folder.file("photo", bytes)) == bytes)
    #expect(try PhotoFile.read(path: folder.file("empty", [])) == [])
  }

  @Test("links are followed")
  func links() throws {
    let folder = try Folder()
    let target = folder.file("photo", [1, 2, 3])
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/link", withDestinationPath: target)
    #expect(try PhotoFile.read(path: "\(folder.path)/link") == [1, 2, 3])
  }

  @Test("what is no regular file is refused at once")
  func notRegular() throws {
    let folder = try Folder()
    #expect(code(folder.path) == .notARegularFile)
    #expect(code("/dev/zero") == .notARegularFile)
    let pipe = "\(folder.path)/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(code(pipe) == .notARegularFile)
  }

  @Test("missing files and impossible names say so")
  func missing() throws {
    let folder = try Folder()
    #expect(code("\(folder.path)/none") == .notFound)
    #expect(code("") == .notFound)
    #expect(code("a\0b") == .notFound)
    #expect(code("/" + String(repeating: "x", count: 5000)) == .notFound)
  }

  @Test("the size limit is exact")
  func sizeLimit() throws {
    let folder = try Folder()
    let path = folder.file("photo", [UInt8](repeating: 1, count: 1000))
    #expect(code(path, ImageLimits(maxFileBytes: 1000)) == nil)
    #expect(code(path, ImageLimits(maxFileBytes: 999)) == .fileTooLarge)
  }

  @Test("a name cannot steer the terminal through the message")
  func steeringName() {
    #expect {
      try PhotoFile.read(path: "/none/\u{1B}[2J")
    } throws: { error in
      (error as? ImagingError)?.message.contains("\u{1B}") == false
    }
  }
}
