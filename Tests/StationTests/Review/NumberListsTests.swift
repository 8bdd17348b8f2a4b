import CaseFile
import Foundation
import Testing

@testable import Station

@Suite("Lists of numbers")
struct NumberListsTests {
  @Test(arguments: ["[]", "[0.9910,1,0]", "[1e-3,-2]"])
  func fractionsAreReadAsAnyDecoderReadsThem(json: String) throws {
    let expected = try JSONDecoder().decode([Double].self, from: Data(json.utf8))
    #expect(NumberLists.fractions(json) == expected)
  }

  @Test(arguments: ["[]", "[[]]", "[[[1,2],[3,-4]],[[5,6]],[]]"])
  func cornersAreReadAsAnyDecoderReadsThem(json: String) throws {
    let expected = try JSONDecoder().decode([[[Int]]].self, from: Data(json.utf8))
    #expect(NumberLists.integers(json) == expected)
  }

  @Test(arguments: [
    "", "[", "]", "[[[1,2]]", "[[[1,2]]]]", "[[[1,]]]", "[[[,1]]]", "[[1]]", "[1]", "null",
    "[null]", "[[[1.5,2]]]", "[[[99999999999999999999,2]]]", "[[[1,2]]]x", "[[[\"1\",2]]]",
  ])
  func whatIsNoneIsNotGuessedAt(json: String) {
    #expect(NumberLists.integers(json) == nil)
  }

  @Test(arguments: ["", "[0.5", "[a]", "[[0.5]]", "[0.5,]", "{}", "null", "[null]"])
  func whatAreNoFractionsIsNotGuessedAt(json: String) {
    #expect(NumberLists.fractions(json) == nil)
  }

  @Test func aBoxIsTheUprightOneRoundItsCorners() {
    #expect(
      PixelBox([[3, 4], [9, 5], [8, 11], [2, 10]]) == PixelBox(x: 2, y: 4, width: 7, height: 7))
    for none: [[Int]] in [
      [], [[1, 1]], [[1, 1], [1, 9]], [[-1, 0], [4, 4]], [[1], [2, 3]],
    ] {
      #expect(PixelBox(none) == nil)
    }
  }
}
