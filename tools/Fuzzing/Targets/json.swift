/// JSON: values alone, and lists of objects by line or not; those of even length are imported, the others
/// checked.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
  _ = JSONValue(bytes.span)
  // What begins otherwise is no JSON list; the rows' target has it.
  let list = bytes.first == 0x5B ? bytes : [0x7B] + bytes
  if list.count.isMultiple(of: 2) {
    Invariants.importList(list)
  } else {
    Invariants.checkList(list)
  }
  return 0
}
