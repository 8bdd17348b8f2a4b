import CaseFile
import Intake
import Testing

@Suite("Exhibits by what tells them")
struct ExhibitNamingTests {
  private func exhibit(_ path: [UInt8], _ naming: ExhibitNaming = ExhibitNaming()) -> String? {
    let path = PhotoPath(bytes: path)
    let named = naming.exhibit(
      of: path, absolute: path, roots: [PhotoPath("haul")], result: nil, sealed: { _ in [] })
    return named?.reference
  }

  @Test func aFolderBelowTheOneThatWasGivenIsAnExhibit() {
    #expect(exhibit(Array("haul/AB-1/front.jpg".utf8)) == "AB-1")
    #expect(exhibit(Array("haul/AB-1/more/front.jpg".utf8)) == "AB-1")
    #expect(exhibit(Array("haul/front.jpg".utf8)) == nil)
    #expect(exhibit(Array("haul/---/front.jpg".utf8)) == nil)
  }

  /// Two devices in one exhibit would share seals and answers.
  @Test func foldersWhoseNamesAreNoTextStayApart() throws {
    let folder = Array("haul/AB".utf8)
    let file = Array("/front.jpg".utf8)
    let one = try #require(exhibit(folder + [0xFF] + file))
    let other = try #require(exhibit(folder + [0xFE] + file))
    #expect(one == #"AB\xFF"#)
    #expect(try ExhibitReference(one) != ExhibitReference(other))
  }

  @Test func fileNamesThatAreNoTextStayApart() throws {
    let naming = ExhibitNaming(pattern: try ExhibitPattern("{exhibit}_*"), usesFolders: false)
    let one = exhibit(Array("haul/AB".utf8) + [0xFF] + Array("_1.jpg".utf8), naming)
    #expect(one == #"AB\xFF"#)
    #expect(exhibit(Array("haul/AB".utf8) + [0xFE] + Array("_1.jpg".utf8), naming) != one)
  }
}
