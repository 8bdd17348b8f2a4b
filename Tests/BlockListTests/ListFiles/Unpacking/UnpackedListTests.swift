import Foundation
import Testing

@testable import BlockList

@Suite("Lists in gzip and zip files")
struct UnpackedListTests {
  private let text = "imei,reason\n356938035643809,stolen\n490154203237518,lost\n"
  private let entries = ["2 356938035643809", "3 490154203237518"]

  private func error(_ bytes: [UInt8]) -> BlockListError? {
    #expect(throws: BlockListError.self) { try ReadList(bytes) }
  }

  @Test("gzip of any text is read, also several behind each other and with zeros behind them")
  func gzip() throws {
    let packed = try ArchiveMaker.gzip(Array(text.utf8))
    #expect(try ReadList(packed).entries == entries)
    #expect(try ReadList(packed).layout?.explanation.hasPrefix("gzip, comma") == true)
    let more = try ArchiveMaker.gzip(Array("352099001761481,x\n".utf8))
    #expect(
      try ReadList(packed + more + [0, 0, 0]).entries == entries + ["4 352099001761481"])
    let json = try ArchiveMaker.gzip(Array("{\"imei\":\"356938035643809\"}\n".utf8))
    #expect(try ReadList(json).entries == ["1 356938035643809"])
  }

  @Test("zip with one list is read; folders and the side files of macOS do not count")
  func zip() throws {
    let list = try ReadList(
      try ArchiveMaker.zip([
        .init(name: "folder/", bytes: []), .init(name: "folder/list.csv", bytes: Array(text.utf8)),
        .init(name: "__MACOSX/folder/._list.csv", bytes: [0, 5, 22, 7]),
      ]))
    #expect(list.entries == entries)
    #expect(list.layout?.explanation.hasPrefix("zip with “folder/list.csv”, comma") == true)
  }

  @Test("Large lists stream out of either", arguments: [true, false])
  func large(isZip: Bool) throws {
    let text = (0..<50_000).map(Sample.imei).joined(separator: "\n")
    let packed =
      isZip ? try ArchiveMaker.zip(text) : try ArchiveMaker.gzip(Array(text.utf8))
    let list = try ReadList(packed)
    #expect(list.entries.count == 50_000)
    #expect(list.entries.last == "50000 \(Sample.imei(49_999))")
  }

  @Test("The digest and the byte count are those of the archive", arguments: [true, false])
  func digest(isZip: Bool) throws {
    let packed = isZip ? try ArchiveMaker.zip(text) : try ArchiveMaker.gzip(Array(text.utf8))
    let expected = try ByteInput(.bytes(packed, name: "x")).digestAhead()
    let input = try ByteInput(.bytes(packed, name: "x"))
    var reader = try ListFileReader(input, mapping: nil)
    var result = RowInterpreter.Result()
    while try reader.advance(into: &result) {}
    #expect(input.digest() == expected)
    #expect(reader.bytesRead == packed.count)
  }

  private func entryCount(of pipe: Pipe) throws -> Int {
    let source = ListSource.descriptor(pipe.fileHandleForReading.fileDescriptor, name: "-")
    var reader = try ListFileReader(try ByteInput(source), mapping: nil)
    var result = RowInterpreter.Result()
    var count = 0
    while try reader.advance(into: &result) { count += result.entries.count }
    return count
  }

  @Test("The first bytes come through a pipe in two parts", arguments: [true, false], 1...3)
  func partedStart(isZip: Bool, first: Int) throws {
    let packed = isZip ? try ArchiveMaker.zip(text) : try ArchiveMaker.gzip(Array(text.utf8))
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data(packed.prefix(first)))
    Thread.detachNewThread {
      // The rest at once, and only when the beginning was taken out.
      var waiting: CInt = 1
      let descriptor = pipe.fileHandleForReading.fileDescriptor
      while ioctl(descriptor, UInt(FIONREAD), &waiting) == 0, waiting > 0 { usleep(100) }
      pipe.fileHandleForWriting.write(Data(packed.dropFirst(first)))
      try? pipe.fileHandleForWriting.close()
    }
    #expect(try entryCount(of: pipe) == 2)
  }

  @Test("An archive comes through a pipe byte by byte", arguments: [true, false])
  func pipe(isZip: Bool) throws {
    let packed = isZip ? try ArchiveMaker.zip(text) : try ArchiveMaker.gzip(Array(text.utf8))
    let pipe = Pipe()
    Thread.detachNewThread {
      for byte in packed { pipe.fileHandleForWriting.write(Data([byte])) }
      try? pipe.fileHandleForWriting.close()
    }
    #expect(try entryCount(of: pipe) == 2)
  }

  @Test("Every cut of an archive is refused whole", arguments: [true, false])
  func truncated(isZip: Bool) throws {
    let packed = isZip ? try ArchiveMaker.zip(text) : try ArchiveMaker.gzip(Array(text.utf8))
    for length in 4..<packed.count {
      let error = error(Array(packed[..<length]))
      #expect(error?.code == .damagedFile, "\(length) of \(packed.count)")
      #expect(error?.message.contains("nothing was imported") == true)
    }
  }

  @Test("A flipped bit is found, or changes nothing that is read", arguments: [true, false])
  func damaged(isZip: Bool) throws {
    let packed = isZip ? try ArchiveMaker.zip(text) : try ArchiveMaker.gzip(Array(text.utf8))
    var found = 0
    for index in packed.indices {
      var bytes = packed
      bytes[index] ^= 0x10
      // A signature that is none any more makes the file something else.
      guard let list = try? ReadList(bytes) else {
        found += 1
        continue
      }
      #expect(list.entries == entries || list.entries.isEmpty, "byte \(index)")
    }
    #expect(found > packed.count / 3)
  }

  @Test("Other bytes behind gzip data are refused")
  func trailingBytes() throws {
    let packed = try ArchiveMaker.gzip(Array(text.utf8))
    #expect(error(packed + Array("356938035643809\n".utf8))?.code == .damagedFile)
  }

  @Test("Several lists in a zip are named, hostile names escaped")
  func several() throws {
    let packed = try ArchiveMaker.zip([
      .init(name: "a.csv", bytes: Array(text.utf8)),
      .init(name: "../../\u{1B}[31mb.csv", bytes: Array(text.utf8)),
    ])
    let error = error(packed)
    #expect(error?.code == .unsuitableArchive)
    #expect(error?.message.contains("2 files: “a.csv”, “../../\\u{1B}[31mb.csv”") == true)
  }

  @Test("A zip without a list says so", arguments: [[], ["folder/"], ["__MACOSX/x"]])
  func none(names: [String]) throws {
    let packed = try ArchiveMaker.zip(names.map { .init(name: $0, bytes: []) })
    let error = error(packed)
    #expect(error?.code == .unsuitableArchive)
    #expect(error?.message.contains("holds no list") == true)
  }

  @Test("An encrypted list is refused by name")
  func encrypted() throws {
    let packed = try ArchiveMaker.zip(
      [.init(name: "a.csv", bytes: Array(text.utf8))], options: "zip:encryption=zipcrypt")
    let error = error(packed)
    #expect(error?.code == .unsuitableArchive)
    #expect(error?.message.contains("“a.csv” encrypted") == true)
  }

  @Test("An Excel workbook is called one")
  func workbook() throws {
    let packed = try ArchiveMaker.zip([
      .init(name: "[Content_Types].xml", bytes: Array("<x/>".utf8)),
      .init(name: "xl/workbook.xml", bytes: Array("<x/>".utf8)),
    ])
    let error = error(packed)
    #expect(error?.code == .notText)
    #expect(error?.message.contains("Excel") == true)
  }

  @Test("What is packed twice is no text")
  func nested() throws {
    let packed = try ArchiveMaker.gzip(Array(text.utf8))
    #expect(error(try ArchiveMaker.gzip(packed))?.code == .notText)
    #expect(error(try ArchiveMaker.zip([.init(name: "a", bytes: packed)]))?.code == .notText)
    let zipped = try ArchiveMaker.zip(text)
    #expect(error(try ArchiveMaker.gzip(zipped))?.code == .notText)
  }

  @Test("An archive of an empty list is an empty list")
  func emptyList() throws {
    #expect(error(try ArchiveMaker.gzip([]))?.code == .noUsableRows)
    #expect(error(try ArchiveMaker.zip([.init(name: "a", bytes: [])]))?.code == .noUsableRows)
  }

  @Test("An archive that unpacks to far more than a list is stopped", arguments: [true, false])
  func bomb(isZip: Bool) throws {
    let zeros = [UInt8](repeating: 0x30, count: UnpackingLimit.allowance + (16 << 20))
    let packed =
      isZip
      ? try ArchiveMaker.zip([.init(name: "a", bytes: zeros)]) : try ArchiveMaker.gzip(zeros)
    let input = UnpackedInput(try ByteInput(.bytes(packed, name: "x")))
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    var unpacked = 0
    let error = #expect(throws: BlockListError.self) {
      while case let count = try input.read(into: &chunk), count > 0 { unpacked += count }
    }
    #expect(error?.code == .unsuitableArchive)
    #expect(unpacked <= UnpackingLimit.allowance)
  }

  @Test("A directory that promises another number of files is refused")
  func directory() throws {
    var packed = try ArchiveMaker.zip(text)
    let end = packed.count - 22
    #expect(packed[end] == 0x50)
    packed[end + 10] = 2
    #expect(error(packed)?.code == .damagedFile)
  }
}
