import Foundation
import HTTPTypes
import Intake
import Testing

@testable import Station

@Suite("Pictures")
struct PictureRoutesTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture { services in
      services.previews = { path, side in Array("\(side) \(path.text)".utf8) }
    }
  }

  private func image(_ sha: String, _ query: String = "") async throws -> StationAnswer {
    let ann = try await station.logIn("Ann Reader")
    return try await ann.get("/api/v1/photos/\(sha)/image\(query)")
  }

  @Test func theTypeIsThatOfTheBytesAndNothingInThemMayRun() async throws {
    let answer = try await image(try await SeizedPhoto(name: "page.html").seize(station))
    #expect(answer.status == 200)
    #expect(answer.bytes == SeizedPhoto.gif)
    #expect(answer.headers[.contentType] == "image/gif")
    #expect(answer.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    let policy = try #require(HTTPField.Name("Cross-Origin-Resource-Policy"))
    #expect(answer.headers[policy] == "same-origin")
    let disposition = try #require(answer.headers[.contentDisposition])
    #expect(disposition.wholeMatch(of: /inline; filename="[0-9a-f]{16}\.gif"/) != nil)
  }

  @Test func whatBrowsersDoNotShowIsMadeIntoWhatTheyDo() async throws {
    let photo = SeizedPhoto(name: "scan.tiff", bytes: SeizedPhoto.tiff)
    let answer = try await image(try await photo.seize(station), "?side=512")
    #expect(answer.headers[.contentType] == "image/png")
    #expect(answer.text == "512 \(station.folder)/scan.tiff")
  }

  @Test(arguments: ["side=15", "side=8193", "side=x", "width=3"])
  func sizesHaveLimits(query: String) async throws {
    let sha = try await SeizedPhoto().seize(station)
    #expect(try await image(sha, "?\(query)").problem == "badParameter")
  }

  @Test func aFileThatIsNoLongerThePhotoIsNotHandedOut() async throws {
    let sha = try await SeizedPhoto().seize(station)
    let path = "\(station.folder)/front.gif"
    try Data(SeizedPhoto.gif + [7]).write(to: URL(filePath: path))
    let changed = try await image(sha)
    #expect(changed.status == 409)
    #expect(changed.problem == "originalChanged")
    try FileManager.default.removeItem(atPath: path)
    let missing = try await image(sha)
    #expect(missing.status == 404)
    #expect(missing.problem == "originalMissing")
  }

  @Test func aLinkInPlaceOfThePhotoIsNotFollowed() async throws {
    let sha = try await SeizedPhoto().seize(station)
    let path = "\(station.folder)/front.gif"
    let other = "\(station.folder)/elsewhere.gif"
    try FileManager.default.moveItem(atPath: path, toPath: other)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other)
    #expect(try await image(sha).problem == "originalMissing")
  }

  @Test func aFileThatIsNoPictureIsNotShown() async throws {
    let photo = SeizedPhoto(name: "page.gif", bytes: Array("<script>alert(1)</script>".utf8))
    let answer = try await image(try await photo.seize(station))
    #expect(answer.status == 422)
    #expect(answer.problem == "noPicture")
  }

  @Test func theStationsOwnCopyIsShownWhenTheOriginalIsGone() async throws {
    let photo = SeizedPhoto()
    let sha = try await photo.seize(station)
    let path = "\(station.folder)/front.gif"
    try station.services.originals.keep(.init(path), sha256: sha)
    try FileManager.default.removeItem(atPath: path)
    #expect(try await image(sha).bytes == photo.bytes)
  }

  @Test func cropsAreThoseOfTheResultInForce() async throws {
    let sha = try await SeizedPhoto(isAccepted: false).seize(station)
    let ann = try await station.logIn("Ann Reader")
    let crop = try await ann.get("/api/v1/photos/\(sha)/crops/0")
    #expect(crop.bytes == [0x89, 0x50, 0x4E, 0x47])
    #expect(crop.headers[.contentType] == "image/png")
    #expect(try await ann.get("/api/v1/photos/\(sha)/crops/1").problem == "cropMissing")
    for position in ["-1", "1000", "a", "%2e%2e"] {
      let answer = try await ann.get("/api/v1/photos/\(sha)/crops/\(position)")
      #expect(answer.problem == "badParameter", "\(position)")
    }
  }
}
