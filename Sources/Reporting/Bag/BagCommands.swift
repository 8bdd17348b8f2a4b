internal import CaseFile

/// The commands of a bag's `VERIFY.txt`, for one bash in the bag's folder.
struct BagCommands {
  /// A block of commands and what it is for.
  struct Step {
    var words: String
    var commands: String
  }

  private let bag: EvidenceBag
  private let summary: BagSummary

  init(_ bag: EvidenceBag, _ summary: BagSummary) {
    self.bag = bag
    self.summary = summary
  }

  var steps: [Step] {
    let isSigned = bag.log.key != nil
    var steps = [files, listed]
    if isSigned { steps += [key, headSignature] }
    steps += [chain, code]
    if isSigned { steps.append(listSignature) }
    if !bag.record.runs.isEmpty { steps.append(settings) }
    if summary.originals.copied > 0 { steps.append(copies) }
    steps.append(query)
    if !bag.stamps.isEmpty { steps.append(stamps) }
    return steps
  }

  private var files: Step {
    Step(
      words: "Every file is the one that was listed. It must say nothing but: files: as listed",
      commands: """
        export LC_ALL=C
        sha256sum --quiet --strict -c tagmanifest-sha256.txt || { echo "files: FAILED"; false; }
        sha256sum --quiet --strict -c manifest-sha256.txt || { echo "files: FAILED"; false; }
        echo "files: as listed"
        """)
  }

  private var listed: Step {
    let names =
      [
        "VERIFY.txt", "bag-info.txt", "bagit.txt", "data",
        bag.log.key == nil ? nil : BagManifest.signatureName, BagManifest.name, BagManifest.tagName,
      ].compactMap { $0 }.joined(separator: " ")
    return Step(
      words:
        "No file was added to those of the list, and none is a link. It must say: files: none added",
      commands: """
        others=$(diff <(find data ! -type d | sort) <(cut -c 67- manifest-sha256.txt | sort) | cat -v)
        others+=$(diff <(find . -mindepth 1 -maxdepth 1 | cut -c 3- | sort) <(printf '%s\\n' \(names) | sort) | cat -v)
        others+=$(find . ! -type f ! -type d | cat -v)
        [ -z "$others" ] || { echo "$others"; echo "files: FAILED, others than those of the list"; false; }
        echo "files: none added"
        """)
  }

  private var key: Step {
    Step(
      words: "The key is the one that the head of the log names.",
      commands: "cd data/audit\n" + VerifyText.key)
  }

  private var headSignature: Step {
    Step(
      words: "The head's signature is that key's. It must say: Signature Verified Successfully",
      commands: VerifyText.signature)
  }

  private var chain: Step {
    let place = bag.log.key == nil ? "export LC_ALL=C\ncd data/audit\n" : ""
    return Step(
      words: """
        Every event of the log is the one that was hashed, builds on the one before, and is of the same
           case; and the log holds the event that the head names. It must say: log: whole
        """,
      commands: place + VerifyText.chain)
  }

  private var code: Step {
    Step(
      words: """
        The short code of the event at which the report was made. Compare it with the one that is
           printed on the report (without hyphens).
        """,
      commands: """
        cd ../..
        event=$(sed -n "\(bag.record.head.sequence)p" data/audit/audit.jsonl)
        printf 'imeikit/audit/v1\\n%s' "$event" | openssl dgst -sha256 -binary | head -c 10 | base32
        """)
  }

  private var listSignature: Step {
    Step(
      words: """
        The list of files was signed with the key that signed the head. It must say: Signature Verified
           Successfully
        """,
      commands: """
        openssl pkeyutl -verify -rawin -pubin -inkey data/audit/station.pub.pem -in manifest-sha256.txt \\
          -sigfile manifest-sha256.sig || { echo "list of files: FAILED"; false; }
        """)
  }

  private var settings: Step {
    Step(
      words: """
        The settings of each run are those whose SHA-256 the log names where the run began (`run.begin`).
           It must say: settings: as logged
        """,
      commands: """
        for file in data/settings/*.json; do
          digest=$(sha256sum < "$file" | cut -c -64)
          { [ "$digest.json" = "${file##*/}" ] && grep -q "\\"settings\\":\\"$digest\\"" data/audit/audit.jsonl; } \\
            || { echo "settings: FAILED: $file"; false; }
        done
        echo "settings: as logged"
        """)
  }

  private var copies: Step {
    Step(
      words: """
        Every copy of a photo has the SHA-256 that the case holds for it, which is its name. It must say:
           originals: as recorded
        """,
      commands: """
        for file in data/originals/*; do
          name=${file##*/} digest=$(sha256sum < "$file" | cut -c -64)
          { [ "$digest" = "${name%.*}" ] && grep -q -F -x "$digest" data/originals-sha256.txt; } \\
            || { echo "originals: FAILED: $file"; false; }
        done
        echo "originals: as recorded"
        """)
  }

  private var query: Step {
    Step(
      words: """
        head.tsq asks for a time stamp of this head (RFC 3161). Anyone may have it stamped: it holds a hash
           and nothing else. Keep the reply outside this folder. With the authority's certificates in a file,
           openssl ts -verify -data data/audit/head.json -in REPLY -CAfile FILE
           checks it. It must say: question: for this head
        """,
      commands: """
        openssl ts -query -data data/audit/head.json -sha256 -cert -no_nonce 2> /dev/null \\
          | cmp - data/audit/head.tsq || { echo "question: FAILED"; false; }
        echo "question: for this head"
        """)
  }

  private var stamps: Step {
    let lines = bag.stamps.map { stamp -> String in
      let stem = bag.stem(of: stamp)
      return stem == EvidenceBag.headStem
        ? "stamped \(stem)" : "earlier \(stem) \(stamp.head.head.sequence)\nstamped \(stem)"
    }
    return Step(
      words: """
        Time stamps. Get the certificates of the authority from where it publishes them, put them into a
           file outside this folder, and name it before: export AUTHORITY=/path/of/the/certificates.pem
           It must say for each stamp: Verification: OK. The stamp of an earlier head covers the log up to that.
        """,
      commands: """
        earlier() {
          hash=$(sed -n "$2p" data/audit/hashes.txt)
          grep -q "\\"hash\\":\\"${hash##* }\\"" "data/audit/$1.json" \\
            || { echo "$1: FAILED, it is no head of this log"; false; }
          openssl pkeyutl -verify -rawin -pubin -inkey data/audit/station.pub.pem -in "data/audit/$1.json" \\
            -sigfile "data/audit/$1.sig" || { echo "$1: signature FAILED"; false; }
        }
        stamped() {
          openssl ts -reply -in "data/audit/$1.tsr" -text 2> /dev/null | grep '^Time stamp: ' | cat -v
          if [ -z "${AUTHORITY:-}" ]; then
            echo "$1.tsr: NOT CHECKED, AUTHORITY names no file"
          else
            openssl ts -verify -data "data/audit/$1.json" -in "data/audit/$1.tsr" -CAfile "$AUTHORITY" \\
              || { echo "$1.tsr: FAILED"; false; }
          fi
        }
        \(lines.joined(separator: "\n"))
        """)
  }
}
