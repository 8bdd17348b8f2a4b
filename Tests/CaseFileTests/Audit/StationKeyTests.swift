import Foundation
import Glibc
import Testing

@testable import CaseFile

@Suite struct StationKeyTests {
  private let folder: AuditTestFolder
  private var keys: String { folder.path + "/station" }
  private var privateFile: String { "\(keys)/\(StationKey.privateFileName)" }
  private var publicFile: String { "\(keys)/\(StationKey.publicFileName)" }

  init() throws { folder = try AuditTestFolder() }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private func code(_ body: () throws -> Void) -> CaseFileError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? CaseFileError)?.code
    }
  }

  @Test func aKeyIsForItsUserAloneWhateverTheMask() throws {
    let key = try StationKey.create(inFolder: keys)
    #expect(mode(keys) == 0o700)
    #expect(mode(privateFile) == 0o600)
    #expect(mode(publicFile) == 0o644)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: keys).sorted() == [
        StationKey.privateFileName, StationKey.publicFileName,
      ])
    let loaded = try StationKey.load(fromFolder: keys)
    #expect(loaded.publicPEM == key.publicPEM)
    #expect(loaded.identifier == key.identifier)
    #expect(key.identifier.count == 16)
  }

  @Test func aKeyIsNeverOverwritten() throws {
    _ = try StationKey.create(inFolder: keys)
    let before = try Data(contentsOf: URL(fileURLWithPath: privateFile))
    let error = try #require(throws: CaseFileError.self) {
      try StationKey.create(inFolder: keys)
    }
    #expect(error.code == .keyExists)
    #expect(error.message.contains(StationKey.privateFileName))
    #expect(try Data(contentsOf: URL(fileURLWithPath: privateFile)) == before)
  }

  @Test func ofManyThatMakeAKeyAtOnceOneSucceeds() async throws {
    let keys = keys
    let made = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<8 {
        group.addTask { try? StationKey.create(inFolder: keys).identifier }
      }
      return await group.reduce(into: [String]()) { if let key = $1 { $0.append(key) } }
    }
    #expect(made.count == 1)
    #expect(try StationKey.load(fromFolder: keys).identifier == made.first)
  }

  @Test func opensslReadsBothHalvesAndChecksSignatures() throws {
    let key = try StationKey.create(inFolder: keys)
    let message = Array("a message\n".utf8)
    try Data(message).write(to: URL(fileURLWithPath: folder.path + "/message"))
    try Data(try key.sign(message)).write(to: URL(fileURLWithPath: folder.path + "/signature"))
    let check = """
      openssl pkey -in station/station.key.pem -noout -text | head -1
      openssl pkey -in station/station.key.pem -pubout | cmp - station/station.pub.pem
      openssl pkey -in station/station.key.pem | cmp - station/station.key.pem
      openssl pkey -pubin -in station/station.pub.pem | cmp - station/station.pub.pem
      openssl pkey -pubin -in station/station.pub.pem -outform DER | sha256sum | cut -c 1-16
      openssl pkeyutl -verify -rawin -pubin -inkey station/station.pub.pem -in message -sigfile signature
      """
    let outcome = try Shell.run(check, in: folder.path)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("ED25519 Private-Key"))
    #expect(outcome.output.contains(key.identifier))
    #expect(outcome.output.contains("Signature Verified Successfully"))
    try Data("another message\n".utf8).write(to: URL(fileURLWithPath: folder.path + "/message"))
    #expect(try Shell.run(check, in: folder.path).status != 0)
  }

  @Test func aKeyMadeByOpensslIsTakenAndItsSignaturesAreTheSame() throws {
    try FileManager.default.createDirectory(
      atPath: keys, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let outcome = try Shell.run(
      """
      umask 077
      openssl genpkey -algorithm ed25519 -out station/station.key.pem
      printf 'text' > message
      openssl pkeyutl -sign -rawin -inkey station/station.key.pem -in message -out signature
      """, in: folder.path)
    #expect(outcome.status == 0, "\(outcome.output)")
    let key = try StationKey.load(fromFolder: keys)
    let signature = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/signature"))
    #expect(try key.sign(Array("text".utf8)) == Array(signature))
    #expect(key.publicKey.isSignature(Array(signature), of: Array("text".utf8)))
    #expect(!key.publicKey.isSignature(Array(signature), of: Array("texts".utf8)))
    #expect(try StationPublicKey(path: publicFile) == key.publicKey)
  }

  @Test func aMissingKeySaysHowToMakeOne() throws {
    let error = try #require(throws: CaseFileError.self) {
      try StationKey.load(fromFolder: keys)
    }
    #expect(error.code == .keyMissing)
    #expect(error.cure.contains("doctor --init-key"))
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o660, 0o700 | 0o010])
  func aKeyThatOthersMayUseIsRefused(_ mode: Int) throws {
    _ = try StationKey.create(inFolder: keys)
    chmod(privateFile, mode_t(mode))
    let error = try #require(throws: CaseFileError.self) {
      try StationKey.load(fromFolder: keys)
    }
    #expect(error.code == .keyUnsafe)
    #expect(error.message.contains("0" + String(mode, radix: 8)))
    #expect(error.cure.contains("chmod 600"))
  }

  @Test(arguments: [0o755, 0o770, 0o701])
  func aFolderThatOthersMayUseIsRefused(_ mode: Int) throws {
    _ = try StationKey.create(inFolder: keys)
    chmod(keys, mode_t(mode))
    #expect(code { _ = try StationKey.load(fromFolder: keys) } == .keyUnsafe)
    let other = folder.path + "/other"
    try FileManager.default.createDirectory(
      atPath: other, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
    #expect(code { _ = try StationKey.create(inFolder: other) } == .keyUnsafe)
    #expect(try FileManager.default.contentsOfDirectory(atPath: other).isEmpty)
  }

  @Test func aLinkInTheKeysPlaceIsRefused() throws {
    _ = try StationKey.create(inFolder: keys)
    let elsewhere = folder.path + "/elsewhere.pem"
    try FileManager.default.moveItem(atPath: privateFile, toPath: elsewhere)
    symlink(elsewhere, privateFile)
    let error = try #require(throws: CaseFileError.self) {
      try StationKey.load(fromFolder: keys)
    }
    #expect(error.code == .keyUnsafe)
    #expect(error.message.contains("is a link"))
    // Nor is one followed to write a key where it points.
    unlink(elsewhere)
    #expect(code { _ = try StationKey.create(inFolder: keys) } == .keyExists)
    #expect(access(elsewhere, F_OK) != 0)
  }

  @Test func aLinkInTheFoldersPlaceIsRefused() throws {
    _ = try StationKey.create(inFolder: keys)
    let link = folder.path + "/link"
    symlink(keys, link)
    #expect(code { _ = try StationKey.load(fromFolder: link) } == .keyUnsafe)
  }

  @Test(.enabled(if: geteuid() == 0)) func aKeyOfAnotherUserIsRefused() throws {
    _ = try StationKey.create(inFolder: keys)
    chown(privateFile, 12345, 12345)
    let error = try #require(throws: CaseFileError.self) {
      try StationKey.load(fromFolder: keys)
    }
    #expect(error.code == .keyUnsafe)
    #expect(error.message.contains("belongs to another user (12345)"))
  }

  @Test func aPipeInTheKeysPlaceIsRefusedAtOnce() throws {
    _ = try StationKey.create(inFolder: keys)
    unlink(privateFile)
    mkfifo(privateFile, 0o600)
    #expect(code { _ = try StationKey.load(fromFolder: keys) } == .keyUnsafe)
  }

  @Test(arguments: [
    "", "x", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
      + "-----END PRIVATE KEY-----\n",
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
      + "-----END PUBLIC KEY-----\n",
  ])
  func aFileThatHoldsNoKeyOfThisKindIsRefused(_ text: String) throws {
    _ = try StationKey.create(inFolder: keys)
    try Data(text.utf8).write(to: URL(fileURLWithPath: privateFile))
    chmod(privateFile, 0o600)
    #expect(code { _ = try StationKey.load(fromFolder: keys) } == .keyDamaged)
  }

  @Test func aPublicHalfThatIsAnothersIsAnAlarm() throws {
    _ = try StationKey.create(inFolder: keys)
    let other = try StationKey.create(inFolder: folder.path + "/other")
    try Data(other.publicPEM.utf8).write(to: URL(fileURLWithPath: publicFile))
    #expect(code { _ = try StationKey.load(fromFolder: keys) } == .keyDamaged)
  }

  @Test func whatAKillLeftWhileAKeyWasMadeStandsInNobodysWay() throws {
    try FileManager.default.createDirectory(
      atPath: keys, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let leftover = FileIO.temporaryName(for: privateFile)
    try Data("half".utf8).write(to: URL(fileURLWithPath: leftover))
    let key = try StationKey.create(inFolder: keys)
    // Killed between the two files: the public half comes back.
    unlink(publicFile)
    #expect(try StationKey.load(fromFolder: keys).identifier == key.identifier)
    #expect(try StationPublicKey(path: publicFile) == key.publicKey)
  }
}
