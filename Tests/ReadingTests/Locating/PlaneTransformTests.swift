import Foundation
import IMEI
import Testing

@testable import Reading

@Suite("PlaneTransform")
struct PlaneTransformTests {
  @Test func aQuarterTurnIsClockwiseInPixels() {
    let turned = PlaneTransform.rotation(by: .pi / 2).apply(Point(x: 3, y: 1))
    #expect(abs(turned.x + 1) < 1e-12)
    #expect(abs(turned.y - 3) < 1e-12)
  }

  @Test(arguments: [0.0, 0.3, 1.9, -2.7])
  func turningBackUndoesATurn(radians: Double) {
    let there = PlaneTransform.rotation(by: radians).apply(Point(x: 30, y: 20))
    let back = PlaneTransform.rotation(by: -radians).apply(there)
    #expect(abs(back.x - 30) < 1e-9)
    #expect(abs(back.y - 20) < 1e-9)
  }

  @Test func aBoxKeepsItsReadingOrder() {
    let box = TextBox(x: 10, y: 20, width: 30, height: 5)
    let corners = PlaneTransform.rotation(by: .pi).apply(box).corners
    #expect(abs(corners[0].x + 10) < 1e-9)
    #expect(abs(corners[2].x + 40) < 1e-9)
    #expect(abs(corners[2].y + 25) < 1e-9)
  }
}
