/// What `VERIFY.txt` says. The lines set in by four blanks are its commands, to be run as they stand.
///
/// The blocks of commands are there for other exports with a log in them too. Each is run in the folder of the
/// log, in their order, by one bash.
package enum VerifyText {
  static func text(head: SignedHead) -> String {
    """
    How to check this audit log without the program that wrote it
    =============================================================

    You need bash 4, openssl 3.0 (or later) and sha256sum. Open a terminal in this folder. Either give the
    commands one block after the other, or all at once, which stops at the first that fails:

      sed -n 's/^    //p' VERIFY.txt | bash -e

    audit.jsonl holds one event a line. Each event names the SHA-256 of the event before it, so none
    can be changed, taken out, put in or moved without changing all that follow. head.json names the
    last event and its SHA-256, and head.sig is the station's signature of head.json.

    This export:
      case        \(head.head.caseIdentifier)
      last event  \(head.head.sequence), of \(head.head.time)
      SHA-256     \(Hexadecimal.text(head.head.hash))
      short code  \(head.head.shortCode)
      signed      \(head.signedAt), with key \(head.key)

    Compare the short code with the one that is printed on the report or was read out at that time,
    and the key with the one that the station's owner gives you. Both must come to you by another way
    than this folder: whoever can change the folder can change these lines too.

    1. The key is the one that the head names.

    \(indented(key))

    2. The signature is that key's. It must say: Signature Verified Successfully

    \(indented(signature))

    3. Every event is the one that was hashed, builds on the one before, and is of the same case; and
       the event that the head names is the one that was signed. It must say: log: whole

    \(indented(chain))

    4. The short code of the event that the head names, to compare with the report (without hyphens).

    \(indented(code))

    What this does not prove
    ------------------------
    The log was not changed since the head was signed, as far as the key was kept. Who has the key and
    all rights on the station can write another log and sign it: against that stand only the short
    codes and heads that left the station before. The key says which station signed, not which person.
    The times are those of the station's clock. Nothing here tells whether an event is true, or whether
    something was done that no event tells of. Events after the last one that the head names are
    covered by no signature.

    """
  }

  /// The key is the one that the head names.
  package static let key = """
    export LC_ALL=C
    key=$(openssl pkey -pubin -in station.pub.pem -outform DER | sha256sum)
    grep -q "\\"key\\":\\"${key:0:16}\\"," head.json || { echo "key: FAILED"; false; }
    echo "key: ${key:0:16}"
    """

  /// The head's signature is that key's.
  package static let signature = """
    openssl pkeyutl -verify -rawin -pubin -inkey station.pub.pem -in head.json -sigfile head.sig \\
      || { echo "signature: FAILED"; false; }
    """

  /// The events are whole, and hold the one that the head names.
  package static let chain = #"""
    head_pattern='^\{"case":"([0-9a-f-]+)","hash":"([0-9a-f]{64})",.*,"sequence":([0-9]+),"(signed|time)":"'
    line_pattern='^\{"act":"[a-z]+","case":"([^"]*)","clock":".*,"previous":"([0-9a-f]{64})","schema":"imeikit\.audit/1","sequence":([0-9]+),"session":"'
    [[ "$(cat head.json)" =~ $head_pattern ]] || { echo "head: FAILED"; false; }
    case=${BASH_REMATCH[1]} signed=${BASH_REMATCH[2]} last=${BASH_REMATCH[3]}
    previous=0000000000000000000000000000000000000000000000000000000000000000
    sequence=0 faults=0 found=none
    fault() { faults=$((faults + 1)); echo "event $sequence: $1"; }
    # A thousand lines at a time: each is put into a file of its own, behind the words that are hashed
    # with it and without its line end, and sha256sum takes all files at once.
    folder=$(mktemp -d)
    exec 3< hashes.txt 4< audit.jsonl
    while mapfile -t -n 1000 lines <&4 && [ "${#lines[@]}" -gt 0 ]; do
      rm -f "$folder"/*
      for index in "${!lines[@]}"; do
        printf 'imeikit/audit/v1\n%s' "${lines[index]}" > "$folder/$((1000 + index))"
      done
      mapfile -t sums < <(sha256sum "$folder"/*)
      for index in "${!lines[@]}"; do
        line=${lines[index]} hash=${sums[index]%% *} sequence=$((sequence + 1))
        read -r number recorded <&3 || recorded=none
        [ "$hash" = "$recorded" ] || fault "line and hash do not belong together"
        [ "$number" = "$sequence" ] || fault "hashes.txt counts $number here"
        if [[ "$line" =~ $line_pattern ]]; then
          [ "${BASH_REMATCH[1]}" = "$case" ] || fault "it is of another case"
          [ "${BASH_REMATCH[2]}" = "$previous" ] || fault "it does not build on the event before it"
          [ "${BASH_REMATCH[3]}" = "$sequence" ] || fault "it says that it is event ${BASH_REMATCH[3]}"
        else
          fault "the line is no event"
        fi
        previous=$hash
        if [ "$sequence" = "$last" ]; then found=$hash; fi
      done
    done
    rm -r "$folder"
    [ "$(wc -l < hashes.txt)" = "$sequence" ] || fault "hashes.txt has another number of lines"
    [ "$(tr -d '\000' < audit.jsonl | sha256sum)" = "$(sha256sum < audit.jsonl)" ] || fault "the log has zero bytes in it"
    [ "$found" = "$signed" ] || fault "the log does not hold event $last as it was signed"
    if [ "$sequence" -gt "$last" ]; then echo "events after $last are covered by no signature"; fi
    [ "$faults" = 0 ] || { echo "log: FAILED, $faults fault(s)"; false; }
    echo "log: whole, $sequence events"
    """#

  /// The short code of the event that the head names.
  package static let code = #"""
    event=$(sed -n "${last}p" audit.jsonl)
    printf 'imeikit/audit/v1\n%s' "$event" | openssl dgst -sha256 -binary | head -c 10 | base32
    """#

  /// Commands set in as such.
  package static func indented(_ commands: String) -> String {
    commands.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
  }
}
