import CArchive
import Testing

/// Makes gzip and zip files in memory.
enum ArchiveMaker {
  struct Member {
    var name: String
    var bytes: [UInt8]
  }

  static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    try write([Member(name: "data", bytes: bytes)]) { archive in
      archive_write_add_filter_gzip(archive)
      return archive_write_set_format_raw(archive)
    }
  }

  static func zip(_ members: [Member], options: String? = nil) throws -> [UInt8] {
    try write(members) { archive in
      let status = archive_write_set_format_zip(archive)
      if let options {
        archive_write_set_passphrase(archive, "secret")
        return archive_write_set_options(archive, options)
      }
      return status
    }
  }

  static func zip(_ text: String, name: String = "list.csv") throws -> [UInt8] {
    try zip([Member(name: name, bytes: Array(text.utf8))])
  }

  private static func write(
    _ members: [Member], format: (OpaquePointer) -> CInt
  ) throws -> [UInt8] {
    let archive = try #require(archive_write_new())
    defer { archive_write_free(archive) }
    #expect(format(archive) == ARCHIVE_OK)
    // Otherwise the output is filled up to blocks of 10 KiB.
    archive_write_set_bytes_per_block(archive, 0)
    let sink = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)
    sink.initialize(to: [])
    defer {
      sink.deinitialize(count: 1)
      sink.deallocate()
    }
    let opened = archive_write_open(
      archive, sink, nil,
      { _, context, bytes, count in
        guard let bytes else { return -1 }
        context?.assumingMemoryBound(to: [UInt8].self).pointee
          .append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
      }, nil)
    #expect(opened == ARCHIVE_OK)
    for member in members {
      let entry = try #require(archive_entry_new())
      defer { archive_entry_free(entry) }
      archive_entry_set_pathname(entry, member.name)
      archive_entry_set_filetype(entry, member.name.hasSuffix("/") ? 0o040000 : 0o100000)
      archive_entry_set_perm(entry, 0o644)
      archive_entry_set_size(entry, la_int64_t(member.bytes.count))
      #expect(archive_write_header(archive, entry) == ARCHIVE_OK)
      if !member.bytes.isEmpty {
        #expect(
          archive_write_data(archive, member.bytes, member.bytes.count) == member.bytes.count)
      }
    }
    #expect(archive_write_close(archive) == ARCHIVE_OK)
    return sink.pointee
  }
}
