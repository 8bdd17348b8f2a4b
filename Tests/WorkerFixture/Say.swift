import Foundation

/// Writes a line at once; `print` would keep it in a buffer when the output is a pipe.
func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}
