/// Rows and columns: layout, mapping of headers, rows, entries. Files of even length are imported, the
/// others checked: most of the time goes into the layout, which both work out.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
  if bytes.count.isMultiple(of: 2) {
    Invariants.importList(bytes)
  } else {
    Invariants.checkList(bytes)
  }
  return 0
}
