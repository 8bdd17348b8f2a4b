import ArgumentParser

/// How much the program says and in which colours.
struct TalkOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but failures on standard error.")
  var quiet = false

  @Flag(inversion: .prefixedNo, help: "Use colour on a terminal.")
  var color = true

  /// Standard error.
  var talk: Talk { Talk(isQuiet: quiet) }

  /// Standard output's style.
  var style: TextStyle { TextStyle(allowed: color) }
}

/// The formats of results.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, jsonl, csv
}
