import Intake
import IntakeTestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct PoolPreviewTests {
  @Test func aPictureIsOnlyOfTheBytesThatAreMeant() async throws {
    let folder = try TemporaryFolder()
    let photo = try folder.write(Array("a photo".utf8), to: "a.jpg")
    let digest = PhotoInput(path: photo, bytes: Array("a photo".utf8)).sha256
    let pool = WorkerPool(FixtureProcess.configuration(jobs: 1))
    #expect(try await pool.preview(photo, side: 480, of: digest)?.isEmpty == false)
    #expect(try await pool.preview(photo, side: 480, of: String(digest.reversed())) == nil)
    await pool.end()
  }

  @Test func aPhotoWithoutPictureSaysWhy() async throws {
    let folder = try TemporaryFolder()
    let photo = try folder.write(Array("blank".utf8), to: "a.jpg")
    let digest = PhotoInput(path: photo, bytes: Array("blank".utf8)).sha256
    let pool = WorkerPool(FixtureProcess.configuration(jobs: 1))
    await #expect {
      try await pool.preview(photo, side: 480, of: digest)
    } throws: {
      ($0 as? IntakeError)?.code == .inputOutput
    }
    await pool.end()
  }
}
