import Glibc
import Intake
import Testing

@Suite struct PhotoOpenerTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func reason(_ path: PhotoPath, maximumBytes: Int = 100) -> String? {
    do throws(PhotoRefusal) {
      _ = try PhotoOpener(maximumBytes: maximumBytes).read(path)
      return nil
    } catch {
      return error.cure.isEmpty ? "no cure" : error.reason
    }
  }

  @Test func aFileIsReadWhole() throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let file = try folder.write(bytes, to: "a.jpg")
    #expect(try PhotoOpener().read(file) == bytes)
  }

  @Test func aFileAtTheLimitIsReadAndOneAboveIsRefused() throws {
    let file = try folder.write(Array(repeating: 1, count: 100), to: "a.jpg")
    #expect(reason(file, maximumBytes: 100) == nil)
    #expect(reason(file, maximumBytes: 99) == "The file is larger than 99 bytes.")
  }

  @Test func anEmptyFileIsRefused() throws {
    #expect(reason(try folder.write([], to: "a.jpg")) == "The file is empty.")
  }

  @Test func whatIsNoRegularFileIsNeverOpened() throws {
    #expect(
      reason(try folder.makeFolder("f.jpg")) == "The path is a folder, not a photo file.")
    let pipe = folder.path.appending("p.jpg".utf8)
    #expect(mkfifo(pipe.cString, 0o600) == 0)
    #expect(reason(pipe) == "The path is a named pipe, not a photo file.")
    #expect(reason(PhotoPath("/dev/zero")) == "The path is a device, not a photo file.")
  }

  @Test func aFileThatVanishedIsRefused() {
    #expect(reason(folder.path.appending("gone".utf8)) == "The file is not there.")
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func aFileThatMayNotBeReadIsRefused() throws {
    let file = try folder.write(to: "a.jpg")
    #expect(chmod(file.cString, 0) == 0)
    #expect(reason(file) == "The file may not be read by this user.")
  }

  @Test func theDigestIsThatOfTheBytes() {
    let input = PhotoInput(path: PhotoPath("a"), bytes: Array("abc".utf8))
    #expect(
      input.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
