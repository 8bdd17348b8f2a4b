/// How a reading is made, for a reader who knows no program.
enum MethodChapter {
  static let section = ReportSection(
    anchor: "method", title: "How a reading is made",
    blocks: paragraphs.map { .paragraph($0) } + [
      .notice("The kit flags, a person decides. Nothing is decided of a person by it.", .plain)
    ])

  private static let paragraphs = [
    "What is read is a photograph: of a screen, a print on a device, a box or a label. The device is "
      + "not connected, and its storage is not accessed. The photograph's file is opened for reading "
      + "only; it is named by the SHA-256 of its bytes, and is never changed, moved or deleted.",
    "The program looks for lines of print and for barcodes at any angle, turns each line upright and "
      + "reads it with recognisers that work in different ways. What they read becomes candidates, "
      + "which the rules below sort. The same photograph gives the same result on every run.",
    "An IMEI is 15 digits: eight that name the type of the device (TAC), six that count devices of the "
      + "type, and a check digit, which follows from the other 14. “The check digit agrees” says that "
      + "the digit printed is the one that follows. It finds each single misread digit, yet one random "
      + "number in ten passes it; so it is never proof that a number is as printed.",
    "Accepted means that a number counts without a person having keyed it: its check digit agrees, its "
      + "first digits belong to a body that allocates numbers, it is no placeholder, it stands alone and "
      + "not within a longer number, its surroundings do not call it something else, and two independent "
      + "sources agree on all 15 digits: barcode and print, two recognisers, or two printings. One "
      + "recogniser alone suffices only above a bound of certainty at which no wrong number was seen "
      + "when the kit was measured. A barcode alone never suffices.",
    "Everything else is left to people, who key the number from the picture without being shown what "
      + "the machine or others read, or confirm a reading in view; this report says which. Two who "
      + "differ are settled by a third. No digit is ever completed or repaired silently: a number whose "
      + "check digit differs is reported as printed, and what is covered or cut off stays open.",
    "Limits: recognisers that agree can be wrong together, most of all under strong blur, where 3, 5, 6 "
      + "and 8 look alike. What was measured of this haul stands under Readers and measured errors. A "
      + "number on a box or a label need not be the device's, and a number can be altered or copied. "
      + "Make and model come from a TAC list and may be wrong; “not in the list” says nothing about a "
      + "device. Camera times are those of the camera's clock, which was not verified. Times marked UTC "
      + "are those of the station's clock.",
    "Block lists are compared on the first 14 digits. Flagged means that a list named here has them; not "
      + "flagged, that none does; not checked, that none was asked. Lists can be old, incomplete or "
      + "wrong.",
    "This report makes no claim that the program or whoever ran it is accredited to any standard.",
  ]
}
