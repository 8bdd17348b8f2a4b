/// Rows and columns: layout, mapping of headers, rows, entries.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
  Invariants.importList(bytes)
  Invariants.checkList(bytes)
  return 0
}
