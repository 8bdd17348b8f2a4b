internal import CaseFile
internal import Foundation

/// Who is working on which number: one person each, for a while.
struct ReviewClaims: Sendable {
  /// What is claimed: a number, or one whose answer is known, which each person has for himself.
  struct Work: Sendable, Hashable {
    let subject: ReadingSubject
    var controlOf: String?

    init(_ subject: ReadingSubject, controlOf person: String? = nil) {
      self.subject = subject
      controlOf = person
    }
  }

  /// What a number was claimed for.
  enum Purpose: Sendable, Hashable {
    /// To be decided on as it comes.
    case item
    /// As one of many on a sheet of single digits.
    case sheet
  }

  private struct Claim {
    let person: String
    let purpose: Purpose
    /// The order in which a person's items come again.
    let rank: Int
    var expires: Date
  }

  /// How long a claim holds unless it is renewed, in seconds.
  static let lifetime: TimeInterval = 600

  private var claims: [Work: Claim] = [:]
  private var nextRank = 0
  private var firstRank = 0

  /// Who has claimed a number; nil when nobody has.
  func holder(of work: Work, at now: Date) -> String? {
    guard let claim = claims[work], claim.expires > now else { return nil }
    return claim.person
  }

  /// Claims a number, or renews the person's claim.
  ///
  /// - Parameter isFirst: whether it comes again before all others.
  /// - Returns: until when it holds; nil when another person has it.
  mutating func take(
    _ work: Work, for person: String, purpose: Purpose = .item,
    isFirst: Bool = false, at now: Date
  ) -> Date? {
    let expires = now.addingTimeInterval(Self.lifetime)
    if let claim = claims[work], claim.expires > now {
      guard claim.person == person else { return nil }
      if !isFirst, claim.purpose == .item || purpose == .sheet {
        claims[work]?.expires = expires
        return expires
      }
    }
    let rank: Int
    if isFirst {
      firstRank -= 1
      rank = firstRank
    } else {
      nextRank += 1
      rank = nextRank
    }
    claims[work] = Claim(person: person, purpose: purpose, rank: rank, expires: expires)
    return expires
  }

  /// The items that a person has claimed, in the order in which they were handed out.
  func items(of person: String, at now: Date) -> [Work] {
    claims
      .filter { $1.person == person && $1.purpose == .item && $1.expires > now }
      .sorted { $0.value.rank < $1.value.rank }.map(\.key)
  }

  /// Gives a number back, if the person has it.
  mutating func release(_ work: Work, of person: String) {
    if claims[work]?.person == person { claims[work] = nil }
  }

  /// Gives back what was claimed for a sheet alone.
  mutating func releaseFromSheet(_ subject: ReadingSubject, of person: String) {
    let work = Work(subject)
    if claims[work]?.purpose == .sheet { release(work, of: person) }
  }

  /// Gives back everything that a person has.
  mutating func releaseAll(of person: String) {
    claims = claims.filter { $0.value.person != person }
  }

  /// Forgets what ran out.
  mutating func expire(at now: Date) {
    claims = claims.filter { $0.value.expires > now }
  }
}
