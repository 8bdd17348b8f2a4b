import CaseFile
import Foundation
import Testing

@Suite struct ResumeTests {
  private func question(_ photo: RecordedPhoto, sha256: Bool = false) -> ResumeQuestion {
    ResumeQuestion(
      path: photo.path, stamp: photo.stamp, sha256: sha256 ? photo.sha256 : nil)
  }

  @Test(arguments: [1, 600])
  func everyKindOfAnswer(padding: Int) throws {
    let fixture = try CaseFixture()
    let first = try fixture.record([made("old.jpg"), made("a.jpg"), made("changed.jpg")])
    try fixture.record([made("a.jpg"), made("b.jpg")], settings: CaseFixture.otherSettings)
    var touched = question(made("changed.jpg"))
    touched.stamp?.modified += 1
    var unstamped = question(made("a.jpg"))
    unstamped.stamp = nil
    var elsewhere = question(made("a.jpg"), sha256: true)
    elsewhere.path = Array("/copy/a.jpg".utf8)
    let questions = [
      question(made("new.jpg")), question(made("a.jpg")), question(made("b.jpg")),
      question(made("old.jpg")), touched, unstamped, elsewhere,
      question(made("b.jpg"), sha256: true), question(made("new.jpg"), sha256: true),
    ]
    let more = Array(repeating: question(made("new.jpg")), count: padding)
    let answers = try fixture.file.resume(
      questions + more, settings: CaseFixture.otherSettings)
    #expect(
      answers.prefix(questions.count) == [
        .new, .alreadyRead(photo: digest("a.jpg")), .alreadyRead(photo: digest("b.jpg")),
        .readWithOtherSettings(photo: digest("old.jpg"), run: first),
        .hashNeeded(previous: digest("changed.jpg")), .hashNeeded(previous: digest("a.jpg")),
        .alreadyReadElsewhere(photo: digest("a.jpg")), .alreadyRead(photo: digest("b.jpg")), .new,
      ])
    #expect(answers.count == questions.count + padding)
    #expect(
      try fixture.file.needsReading(question(made("a.jpg")), settings: CaseFixture.settings)
        == .alreadyRead(photo: digest("a.jpg")))
  }

  @Test func aChangedOriginalIsANewPhotoOfTheSamePath() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("a.jpg", bytes: "before")])
    var after = made("a.jpg", bytes: "after")
    after.stamp?.modified += 5
    try fixture.record([after])
    #expect(
      try fixture.file.needsReading(question(after), settings: CaseFixture.settings)
        == .alreadyRead(photo: digest("after")))
    #expect(try fixture.file.originals().map(\.sha256) == [digest("after")])
    #expect(try fixture.file.photos(limit: 10).count == 2)
  }

  @Test func aFurtherNameIsKnownOnceItIsRecorded() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("a.jpg")])
    let run = try fixture.begin()
    let copy = made("copy.jpg", bytes: "a.jpg")
    try fixture.file.recordNames(
      [NamedPhoto(path: copy.path, sha256: digest("a.jpg"), stamp: copy.stamp)], run: run)
    #expect(
      try fixture.file.needsReading(question(copy), settings: CaseFixture.settings)
        == .alreadyRead(photo: digest("a.jpg")))
    #expect(
      code {
        try fixture.file.recordNames(
          [NamedPhoto(path: copy.path, sha256: digest("other"), stamp: nil)], run: run)
      } == .photoMissing)
  }

  @Test func differencesOfSettingsAreNamed() throws {
    #expect(CaseFixture.settings.differences(from: CaseFixture.otherSettings) == ["network"])
    #expect(CaseFixture.settings.digest != CaseFixture.otherSettings.digest)
    #expect(RunSettings(text: CaseFixture.settings.text) == CaseFixture.settings)
    #expect(
      CaseFixture.settings.text
        == #"{"components":{"network":"ab12","ocr":"5.3.0"},"settings":{"scale":"auto"},"tool":"0.5.0"}"#
    )
  }
}
