/// Numbers to check, as a client sends them.
struct CheckBody: RequestObject {
  static let members: Set<String> = ["imeis"]
  /// The most numbers at a time.
  static let mostNumbers = 10_000
  /// The longest text of one, in characters.
  static let longest = 512

  /// The numbers, each as typed.
  let imeis: [String]

  private enum CodingKeys: CodingKey { case imeis }

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    imeis = try keys.decode([String].self, forKey: .imeis)
    guard (1...Self.mostNumbers).contains(imeis.count),
      imeis.allSatisfy({ $0.unicodeScalars.count <= Self.longest })
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .imeis, in: keys, debugDescription: "none, too many, or one too long")
    }
  }
}
