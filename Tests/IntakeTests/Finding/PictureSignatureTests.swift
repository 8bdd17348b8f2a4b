import Testing

@testable import Intake

@Suite struct PictureSignatureTests {
  @Test(arguments: [
    [0xFF, 0xD8, 0xFF, 0xDB], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
    Array("GIF89a".utf8), Array("II*\0".utf8), Array("MM\0*".utf8),
    Array("RIFF....WEBPVP8 ".utf8), Array("....ftypheic".utf8), Array("....ftypmif1".utf8),
  ])
  func theFirstBytesOfAPictureAreKnown(head: [UInt8]) {
    #expect(PictureSignature.matches(head))
  }

  @Test(arguments: [
    [], Array("{\"a\":1}".utf8), Array("BM list".utf8), Array("RIFF....WAVEfmt ".utf8),
    Array("....ftypqt  ".utf8), Array("....ftypmp42".utf8), Array("%PDF-1.7".utf8), [0xFF, 0xD8],
  ])
  func otherFirstBytesAreNot(head: [UInt8]) {
    #expect(!PictureSignature.matches(head))
  }
}
