/// Finds numbers that may be IMEIs in the text of a page or in the payload of a bar code.
///
/// Only whole numbers in known groupings become candidates; what speaks against one is listed with it
/// and never acted on in silence. Work grows linearly with the input.
public enum CandidateFinder {
  /// Searches a page.
  ///
  /// - Parameter lines: the lines of one pass of a recogniser, in any order, in its upright frame.
  /// - Returns: candidates in reading order: rows from top to bottom, each from left to right.
  public static func find(in lines: [TextLine]) -> CandidateList { PageScan(lines).result }
}
