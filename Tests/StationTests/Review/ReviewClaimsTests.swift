import CaseFile
import Foundation
import Testing

@testable import Station

@Suite("Claims of the review")
struct ReviewClaimsTests {
  private let start = Date(timeIntervalSince1970: 1_800_000_000)
  private let one = ReviewClaims.Work(ReadingSubject(photo: "a", number: .read(0)))
  private let two = ReviewClaims.Work(ReadingSubject(photo: "b", number: .read(0)))

  @Test func aNumberIsOnePersonsUntilTheClaimRunsOut() {
    var claims = ReviewClaims()
    #expect(claims.take(one, for: "Ann", at: start) == start + 600)
    #expect(claims.take(one, for: "Bob", at: start + 599) == nil)
    #expect(claims.holder(of: one, at: start + 599) == "Ann")
    #expect(claims.holder(of: one, at: start + 600) == nil)
    #expect(claims.take(one, for: "Bob", at: start + 600) != nil)
    #expect(claims.take(one, for: "Ann", at: start + 601) == nil)
  }

  @Test func takingAgainRenewsAndKeepsTheOrder() {
    var claims = ReviewClaims()
    _ = claims.take(one, for: "Ann", at: start)
    _ = claims.take(two, for: "Ann", at: start)
    #expect(claims.take(one, for: "Ann", at: start + 500) == start + 1_100)
    #expect(claims.items(of: "Ann", at: start + 510) == [one, two])
    #expect(claims.items(of: "Ann", at: start + 700) == [one])
  }

  @Test func whatWasTakenBackComesFirst() {
    var claims = ReviewClaims()
    _ = claims.take(one, for: "Ann", at: start)
    _ = claims.take(two, for: "Ann", isFirst: true, at: start)
    #expect(claims.items(of: "Ann", at: start) == [two, one])
  }

  @Test func onlyTheHolderGivesBack() {
    var claims = ReviewClaims()
    _ = claims.take(one, for: "Ann", at: start)
    claims.release(one, of: "Bob")
    #expect(claims.holder(of: one, at: start) == "Ann")
    claims.releaseAll(of: "Ann")
    #expect(claims.holder(of: one, at: start) == nil)
  }

  @Test func aSheetsClaimIsNoItemAndGoesBackAlone() {
    var claims = ReviewClaims()
    _ = claims.take(one, for: "Ann", purpose: .sheet, at: start)
    #expect(claims.items(of: "Ann", at: start) == [])
    #expect(claims.take(one, for: "Bob", at: start) == nil)
    _ = claims.take(one, for: "Ann", at: start)
    claims.releaseFromSheet(one.subject, of: "Ann")
    #expect(claims.items(of: "Ann", at: start) == [one])
  }

  @Test func twoPeopleMayHaveTheSameControl() {
    var claims = ReviewClaims()
    let anns = ReviewClaims.Work(one.subject, controlOf: "Ann")
    let bobs = ReviewClaims.Work(one.subject, controlOf: "Bob")
    #expect(claims.take(anns, for: "Ann", at: start) != nil)
    #expect(claims.take(bobs, for: "Bob", at: start) != nil)
  }
}
