import Testing

@testable import EquipmentRegister

@Suite("Register address")
struct RegisterAddressTests {
  @Test(arguments: [
    ("https://eir.example", "https://eir.example"),
    ("http://127.0.0.1:8511/", "http://127.0.0.1:8511"),
    ("HTTPS://eir.example/a/b//", "HTTPS://eir.example/a/b"),
    ("http://[::1]:80", "http://[::1]:80"),
  ])
  func aRootIsTakenWithoutItsLastSlash(text: String, root: String) throws {
    #expect(try RegisterAddress(text).description == root)
  }

  @Test(arguments: [
    "", "eir.example", "ftp://eir.example", "file:///etc/passwd", "https://", "https:///path",
    "https://user:secret@eir.example", "https://user@eir.example", "https://eir.example?x=1",
    "https://eir.example/#x", "https://eir example", "https://eir.example/\r\nX: y",
    "https://\u{435}ir.example", "javascript:alert(1)", "//eir.example", "https://eir.example:x",
  ])
  func anythingElseIsRefusedWithACure(text: String) {
    let error = #expect(throws: EquipmentRegisterError.self) { try RegisterAddress(text) }
    #expect(error?.code == .badAddress)
    #expect(error?.message.contains("\r") == false)
    #expect(error?.cure.isEmpty == false)
  }
}
