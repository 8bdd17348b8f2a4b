import ArgumentParser

/// The formats of what has too many parts for a table of values.
enum LineFormat: String, ExpressibleByArgument, CaseIterable {
  case table, jsonl
}
