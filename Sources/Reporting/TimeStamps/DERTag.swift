/// The tags that a time stamp's question and reply have at the places that are looked at.
enum DERTag: UInt8 {
  case boolean = 0x01
  case integer = 0x02
  case bitString = 0x03
  case octetString = 0x04
  case null = 0x05
  case identifier = 0x06
  case text = 0x0C
  case generalizedTime = 0x18
  case sequence = 0x30
  case set = 0x31
  case context0 = 0xA0
  case context1 = 0xA1
}
