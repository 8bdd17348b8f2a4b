// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

#if arch(arm64)
  let multiarch = "aarch64-linux-gnu"
#else
  let multiarch = "x86_64-linux-gnu"
#endif
/// Where Debian keeps the headers of Pango and of what it shows.
let pangoFolders = [
  "/usr/include/pango-1.0", "/usr/include/harfbuzz", "/usr/include/cairo",
  "/usr/include/freetype2", "/usr/include/glib-2.0", "/usr/lib/\(multiarch)/glib-2.0/include",
]

let package = Package(
  name: "imeikit",
  products: [
    .executable(name: "imeikit", targets: ["imeikit"])
  ],
  dependencies: [
    // Commands, options, help texts and shell completion.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // SHA-256 of photos and list files, signatures of audit logs.
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    // SQLite: the block-list store and case files.
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    // HTTP server: the kit's lists as an equipment identity register of a 5G core.
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    // Pages of the review station: templates that escape what they are given.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    // What Hummingbird's signatures are made of: header fields, log level, the sockets' errors.
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
    // Ends the station's parts in order when the process is told to stop.
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
  ],
  targets: [
    // System libraries: a module map each; tools/packages.txt names the Debian packages.
    .systemLibrary(name: "CTesseract", providers: [.apt(["libtesseract-dev"])]),
    .systemLibrary(name: "CLeptonica", providers: [.apt(["libleptonica-dev"])]),
    .systemLibrary(name: "CHeif", providers: [.apt(["libheif-dev"])]),
    .systemLibrary(name: "CTurboJPEG", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CSeccomp", providers: [.apt(["libseccomp-dev"])]),
    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev", "zlib1g-dev"])]),
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    // Text set by Pango, drawn by Cairo into PDF: glyphs of every script, embedded fonts, bookmarks.
    // A target of its own instead of a system library: pkg-config's flags hold -pthread, of which
    // SwiftPM warns in every build.
    .target(
      name: "CPango", cSettings: [.unsafeFlags(pangoFolders.flatMap { ["-isystem", $0] })],
      linkerSettings: [
        "pangocairo-1.0", "pangoft2-1.0", "pango-1.0", "cairo", "fontconfig", "gobject-2.0",
        "glib-2.0",
      ]
      .map { .linkedLibrary($0) }),
    // Workbooks with text cells, in which a spreadsheet program keeps every digit.
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // ZXing's C++ behind a plain C header.
    .target(name: "CZXing", linkerSettings: [.linkedLibrary("ZXing")]),
    // Small networks in whole numbers. Optimised in debug builds too: tests would take minutes.
    .target(name: "CNetwork", cSettings: [.unsafeFlags(["-O3"])]),
    // The networks' files, embedded so that the program is one file to install.
    .target(name: "CAssets", exclude: ["locator.net", "recogniser.net", "station"]),

    .target(name: "IMEI", swiftSettings: strict),
    .target(
      name: "Imaging", dependencies: ["CLeptonica", "CHeif", "CTurboJPEG"],
      swiftSettings: strict),
    .target(
      name: "Reading",
      dependencies: ["IMEI", "Imaging", "CTesseract", "CZXing", "CNetwork", "CAssets"],
      swiftSettings: strict),
    .target(
      name: "BlockList",
      dependencies: [
        "IMEI", "CArchive",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    // The case file: exhibits, photos, readings, decisions and the log of all of it.
    .target(
      name: "CaseFile",
      dependencies: [
        "IMEI", "BlockList",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "Intake",
      dependencies: [
        "IMEI", "Imaging", "Reading", "BlockList", "CaseFile", "CAssets", "CSeccomp",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Schema"], swiftSettings: strict),
    // What leaves the station: report, exports, and a bundle that outsiders can check.
    .target(
      name: "Reporting",
      dependencies: [
        "IMEI", "Imaging", "BlockList", "CaseFile", "Intake", "CPango", "CXLSXWriter", "CZXing",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    // Client and answers of an equipment identity register; what serves them is a target of its own,
    // so that the client needs no server.
    .target(
      name: "EquipmentRegister", dependencies: ["IMEI", "BlockList", "CCurl"], swiftSettings: strict
    ),
    .target(
      name: "EquipmentRegisterServer",
      dependencies: [
        "EquipmentRegister",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: strict),
    // The review station: pages and HTTP interface over one case.
    .target(
      name: "Station",
      dependencies: [
        "IMEI", "Imaging", "BlockList", "CaseFile", "Intake", "EquipmentRegister",
        "EquipmentRegisterServer", "CAssets",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "imeikit",
      dependencies: [
        "IMEI", "Imaging", "Reading", "BlockList", "CaseFile", "Intake", "EquipmentRegister",
        "EquipmentRegisterServer", "Reporting", "Station",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),

    // Scoring against known truth: tools/evaluate and the black-box tests.
    .target(name: "Evaluation", path: "tools/Evaluation/Evaluation", swiftSettings: strict),
    .executableTarget(
      name: "evaluate",
      dependencies: [
        "Evaluation", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "tools/Evaluation/evaluate-cli", swiftSettings: strict),

    // What each stage of reading costs: a tool of its own, since the peers' comparison sees whole
    // pictures only. No product of the package: built when asked for by name.
    .executableTarget(
      name: "benchmark-stages",
      dependencies: [
        "Imaging", "Reading", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "tools/Benchmarks/Stages", swiftSettings: strict),
    // What a single look-up takes: a tool of its own, since a command's start takes longer.
    .executableTarget(
      name: "benchmark-lookups",
      dependencies: [
        "BlockList", "IMEI", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "tools/Benchmarks/LookUps", swiftSettings: strict),
    // What a case of many photos takes to open, resume, list and search: a tool of its own, since a
    // command's start takes longer.
    .executableTarget(
      name: "benchmark-casefiles",
      dependencies: [
        "BlockList", "CaseFile", "IMEI", "Imaging", "Station",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "tools/Benchmarks/CaseFiles", swiftSettings: strict),
    // What each part of the reader is worth: a tool of its own, since only in process can a reader
    // go without a part. The command has no such switches, so that no user can weaken it.
    .executableTarget(
      name: "benchmark-ablation",
      dependencies: [
        "Evaluation", "IMEI", "Imaging", "Reading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "tools/Benchmarks/Ablation", swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Imaging", "CLeptonica", "CHeif", "CTurboJPEG"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "IntakeTestSupport", dependencies: ["Intake", "BlockList", "IMEI"],
      path: "Tests/IntakeTestSupport", swiftSettings: strict),
    // A worker that does what its jobs' names say: crash, hang, answer.
    .executableTarget(
      name: "intake-test-worker", dependencies: ["Intake", "IntakeTestSupport"],
      path: "Tests/WorkerFixture", swiftSettings: strict),
    .testTarget(name: "IMEITests", dependencies: ["IMEI"], swiftSettings: strict),
    .testTarget(
      name: "ImagingTests", dependencies: ["Imaging", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ReadingTests", dependencies: ["IMEI", "Imaging", "Reading", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "BlockListTests",
      dependencies: [
        "BlockList", "CArchive", "IMEI", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CaseFileTests",
      dependencies: [
        "CaseFile", "BlockList", "IMEI", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EquipmentRegisterTests",
      dependencies: ["EquipmentRegister", "EquipmentRegisterServer", "BlockList", "IMEI"],
      swiftSettings: strict),
    .testTarget(
      name: "IntakeTests",
      dependencies: [
        "Intake", "IntakeTestSupport", "BlockList", "CaseFile", "IMEI", "Imaging",
        "intake-test-worker",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Reading", "BlockList", "CaseFile", "IMEI", "Intake", "Imaging",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StationTests",
      dependencies: [
        "Station", "Intake", "BlockList", "CaseFile", "IMEI", "IntakeTestSupport",
        "intake-test-worker",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation"], swiftSettings: strict),
    .testTarget(name: "BlackBoxTests", dependencies: ["Evaluation"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6], cxxLanguageStandard: .cxx17)
