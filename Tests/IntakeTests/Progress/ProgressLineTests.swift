import Intake
import IntakeTestSupport
import Testing

@Suite struct ProgressLineTests {
  private var progress: ScanProgress {
    var progress = ScanProgress(total: 1000)
    let results: [(PhotoResult.Status, Int)] = [(.accepted, 412), (.review, 170), (.refused, 1)]
    var result = PhotoResult.sample
    for (status, count) in results {
      result.status = status
      for index in 0..<count {
        result.readings = index < 3 && status == .accepted ? PhotoResult.sample.readings : []
        progress.add(result, elapsed: .milliseconds(18_700))
      }
    }
    return progress
  }

  @Test(arguments: [
    (
      132,
      "[#################             ]   583/1000  31.2/s  0:14 left  412 accepted  170 review  "
        + "1 refused  3 flagged"
    ),
    (
      92,
      "[######     ]   583/1000  31.2/s  0:14 left  412 accepted  170 review  1 refused  3 flagged"
    ),
    (80, " 583/1000  31.2/s  0:14 left  412 accepted  170 review  1 refused  3 flagged"),
    (40, " 583/1000  31.2/s  0:14 left"), (12, " 583/1000"), (5, ""), (0, ""),
  ])
  func theLineFitsTheTerminal(width: Int, expected: String) {
    let line = ProgressLine(width: width, hasColor: false).text(for: progress)
    #expect(line == expected)
    #expect(line.count < max(width, 1))
  }

  @Test func colourMarksWhatNeedsAPersonAndAddsNoWidth() {
    let plain = ProgressLine(width: 100, hasColor: false).text(for: progress)
    let colored = ProgressLine(width: 100, hasColor: true).text(for: progress)
    #expect(colored.contains("\u{1B}[33m170 review\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[31m3 flagged\u{1B}[0m"))
    #expect(colored.replacing(#/\u{1B}\[\d+m/#, with: "") == plain)
    #expect(!plain.contains("\u{1B}"))
  }

  @Test func theLastLineSaysHowLongItTook() {
    var progress = ScanProgress(total: 1)
    progress.add(PhotoResult(path: PhotoPath("a"), status: .none), elapsed: .seconds(3725))
    #expect(
      ProgressLine(width: 50, hasColor: false).text(for: progress)
        == "1/1  0.0/s  in 1:02:05  1 without IMEI")
  }

  @Test func aScanWithoutEndShowsNoBar() {
    var progress = ScanProgress(total: nil)
    progress.add(PhotoResult(path: PhotoPath("a"), status: .accepted), elapsed: .seconds(1))
    #expect(
      ProgressLine(width: 80, hasColor: false).text(for: progress) == "1 photos  1.0/s  1 accepted")
  }
}
