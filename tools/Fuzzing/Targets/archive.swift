/// Archives: gzip or zip, unpacked to the end and read as a list.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
  guard bytes.count > 4 else { return 0 }
  // The signature decides; what has none would only be text.
  let signature: [UInt8] = bytes[0] & 1 == 0 ? [0x50, 0x4B, 0x03, 0x04] : [0x1F, 0x8B, 0x08]
  bytes.replaceSubrange(..<signature.count, with: signature)
  Invariants.importList(bytes)
  return 0
}
