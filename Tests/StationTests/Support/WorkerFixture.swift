import Foundation
import Intake

/// The program `intake-test-worker`, which lies beside the test bundle.
enum WorkerFixture {
  /// A pool of such workers, which do what a photo's words say.
  static func pool(jobs: Int = 2, photoTime: Duration = .seconds(20)) -> WorkerPool {
    WorkerPool(
      WorkerPool.Configuration(
        executable: executable, arguments: ["worker", "none"], jobs: jobs, photoTime: photoTime))
  }

  private static var executable: PhotoPath {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let folders =
      [URL(filePath: own).deletingLastPathComponent()]
      + Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    let found = folders.map { $0.appending(path: "intake-test-worker").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    return PhotoPath(found ?? "intake-test-worker")
  }
}
