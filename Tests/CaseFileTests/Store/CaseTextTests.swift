import Testing

@testable import CaseFile

@Suite struct CaseTextTests {
  @Test(arguments: [
    ("IMG_356938035643809.jpg", "IMG_###############.jpg"),
    ("35-693803-564380-9", "##-######-######-#"),
    ("35 693803 564380 9 x", "## ###### ###### # x"),
    ("35693803564380", "##############"),
    ("3569380356438", "3569380356438"),
    ("2026-11-21T17:20:00.123Z", "2026-11-21T17:20:00.123Z"),
    ("1234567  12345678", "1234567  12345678"),
    ("a", "a"), ("", ""),
  ])
  func numbersAreCovered(text: String, expected: String) {
    #expect(CaseText.masked(text) == expected)
  }

  @Test func whatGoesIntoTheLogIsSafeToShow() {
    #expect(CaseText.logged("a\u{1B}[2J\u{202E}b\n") == "a\\u{1B}[2J\\u{202E}b\\n")
    #expect(CaseText.logged(String(repeating: "x", count: 500)).count == 401)
  }

  @Test(arguments: [("8:1", "ext4"), ("0:45", "nfs4"), ("0:99", nil)])
  func theFileSystemIsFoundByDevice(device: String, type: String?) {
    let table = """
      22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      40 22 0:45 / /mnt/my\\040share rw - nfs4 server:/export rw,vers=4.2
      garbage
      """
    #expect(MountTable.type(ofDevice: device, in: table) == type)
  }
}
