import Testing

@testable import BlockList

@Suite("Where the store lies")
struct BlockListLocationTests {
  @Test(
    "The variables count in their order",
    arguments: [
      (["IMEIKIT_HOME": "/k", "XDG_DATA_HOME": "/d", "HOME": "/h"], "/k/blocklists.sqlite"),
      (["IMEIKIT_HOME": "", "XDG_DATA_HOME": "/d/", "HOME": "/h"], "/d/imeikit/blocklists.sqlite"),
      (["XDG_DATA_HOME": "rel", "HOME": "/h"], "/h/.local/share/imeikit/blocklists.sqlite"),
      (["HOME": "/h"], "/h/.local/share/imeikit/blocklists.sqlite"),
    ])
  func order(environment: [String: String], path: String) throws {
    #expect(try BlockListLocation.defaultPath(environment: environment) == path)
  }

  @Test("Without a home folder the cure names the variable")
  func noHome() {
    let error = #expect(throws: BlockListError.self) {
      try BlockListLocation.defaultPath(environment: [:])
    }
    #expect(error?.cure.contains("IMEIKIT_HOME") == true)
  }
}
