internal import BlockList
internal import CaseFile

/// What a bag's `VERIFY.txt` says. The lines set in by four blanks are its commands, to be run as they stand.
struct BagInstructions {
  static let name = "VERIFY.txt"

  private let bag: EvidenceBag
  private let summary: BagSummary
  private let commands: BagCommands

  init(_ bag: EvidenceBag, _ summary: BagSummary) {
    self.bag = bag
    self.summary = summary
    commands = BagCommands(bag, summary)
  }

  var text: String {
    ([head, heading] + steps + [crops, limits]).joined(separator: "\n") + "\n"
  }

  private var isSigned: Bool { bag.log.key != nil }

  private var head: String {
    """
    How to check this evidence bag without the program that wrote it
    ================================================================

    You need bash 4, openssl 3.0 (or later) and the usual small programs of a Linux system: sha256sum, find,
    diff, sed, base32. No network is needed. Open a terminal in this folder. Either give the commands one block
    after the other, or all at once, which stops at the first that fails:

      sed -n 's/^    //p' VERIFY.txt | bash -e

    Put nothing into this folder, and take nothing out: the checks would find it.

    """
  }

  private var heading: String {
    let record = bag.record
    let key =
      bag.log.key.map { "signed with key \($0.identifier)" }
      ?? "not signed: NO SIGNATURE VOUCHES FOR THIS BAG (the station has no key)"
    let other =
      bag.lastEvent == record.head
      ? ""
      : "\n  the log here goes on to event \(bag.lastEvent.sequence), code \(bag.lastEvent.shortCode)"
    return """
      This bag:
        case          \(VisibleText.escaping(record.heading.reference, limit: 200))
        identifier    \(record.head.caseIdentifier)
        as it stood   at event \(record.head.sequence) of the log, \(record.head.time)
        head code     \(record.head.shortCode), as printed on the report\(other)
        head          \(key)
        files         \(summary.files) under data/, \(summary.bytes) bytes
        originals     \(summary.originals.words)
        list of them  manifest-sha256.txt
        its SHA-256   \(summary.manifestDigest)

      \(isSigned ? "Three" : "Two") things must come to you by another way than this folder, since whoever can change the folder
      can change these lines too: the head code (it is printed on the report, and may have been read out)\(isSigned ? "," : " and") the
      SHA-256 of the list (who handed the bag out has it, and the station's log holds it in the event that
      tells of the handing out)\(isSigned ? ", and the key (from whoever answers for the station)" : ""). Compare them.

      """
  }

  private var limits: String {
    """
    What this does not prove
    ------------------------
    \(isSigned ? signedLimits : unsignedLimits)
    The times in the log and on the report are those of the station's clock; only a time stamp is another's.
    The key says which station signed, not which person. Nothing here tells whether an event is true, whether
    something was done that no event tells of, or whether a photo shows what it is said to show. The hash of a
    photo is that of the file as the station got it: what was done to it before, nobody can tell from it. The
    names of photos are those that they came under, and a camera's time is what its clock said. A number that is
    not flagged was not on the lists that were asked, as they were then; that is not the same as not stolen.

    """
  }

  private var signedLimits: String {
    """
    Nothing was changed since the head and the list of files were signed, as far as the key was kept. Who has the
    key and all rights on the station can write another log and another bag and sign both: against that stand
    only the codes, heads and bags that left the station before.
    """
  }

  private var unsignedLimits: String {
    """
    The station has no key, and NO SIGNATURE VOUCHES for this bag: whoever can change the folder can change all of
    it, lists and log included, so that every check here passes. Against that stand only the head code and the
    SHA-256 of the list of files, where they came to you by another way.
    """
  }

  private var crops: String {
    """
    How a picture of digits belongs to a number
    -------------------------------------------
    data/crops/HASH-N.png shows what was read as reading N (from 0) on the photo with the SHA-256 HASH, cut out and
    turned upright. data/crops.csv says for each which digits the case holds for it, where they lie on the photo
    (four corners in pixels, from the first digit's upper left clockwise, on the photo turned upright), and which
    exhibits the photo shows; no digits stand there where a reading is no number of the case. The picture was made
    by the program: to be sure, open the photo itself at that place. data/originals.csv names the photos. To
    find out whether a photo that you have is one of the case, give its name in the place of PHOTO:

      sha256sum < PHOTO | cut -c -64 | grep -F -x -f data/originals-sha256.txt

    Formulas: where a name in a table begins with a sign that a spreadsheet program takes for a formula, an
    apostrophe stands before it. Characters that cannot be seen are written as \\n, \\t, \\xFF or \\u{202E}.

    """
  }

  private var steps: [String] {
    commands.steps.enumerated().map { index, step in
      """
      \(index + 1). \(step.words)

      \(VerifyText.indented(step.commands))

      """
    }
  }
}
