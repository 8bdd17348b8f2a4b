import IMEI

/// Accepts digits that are certain enough by `Acceptance` and that no rule speaks against; the rest is
/// for review.
///
/// Certain enough is one reading above the probability at which the network alone was never wrong, or
/// a doubtful one that Tesseract, a second printing or a barcode confirms in all fifteen digits. A
/// barcode alone never suffices: a Code 128 checksum can pass on a wrong value. Nor does Tesseract
/// alone. One engine that reads one printing twice is one source; print whose place is not known could
/// be that, and is left out.
public struct EvidenceDecider: Decider {
  /// Makes a decider.
  public init() {}

  /// Weighs the evidence of one photo.
  public func decide(_ evidence: [Evidence]) -> Decision {
    let print = evidence.filter { !$0.source.isBarcode && $0.hasPlace }
    let printings = Printing.grouping(print.map(\.mostPlausible))
    let barcodes = evidence.filter(\.source.isBarcode)
    var values: [IMEI: Agreement] = [:]
    for printing in printings {
      values[printing.best.candidate.imei, default: Agreement()].printings.append(printing)
    }
    for barcode in barcodes {
      values[barcode.candidate.imei, default: Agreement()].barcodes.append(barcode)
    }
    let unprinted = values.filter { $0.value.printings.isEmpty }.map(\.key)
      .sorted { $0.digits < $1.digits }
    func rivals(of imei: IMEI, _ agreement: Agreement) -> [IMEI] {
      agreement.barcodes.isEmpty ? unprinted.filter { imei.isNear($0) } : []
    }

    var readings: [IMEIReading] = []
    var others: Set<OtherIdentifier> = []
    var uncaptioned: [(IMEI, Agreement)] = []
    for (imei, agreement) in values {
      if let other = agreement.other {
        others.insert(other)
      } else if agreement.lacksCaption {
        uncaptioned.append((imei, agreement))
      } else {
        readings.append(agreement.reading(of: imei, rivalBarcodes: rivals(of: imei, agreement)))
      }
    }
    let models = Set(readings.filter { $0.status == .accepted }.map(\.imei.tac))
    readings += uncaptioned.map { imei, agreement in
      agreement.reading(
        of: imei, rivalBarcodes: rivals(of: imei, agreement),
        isOfCaptionedModel: models.contains(imei.tac))
    }
    return Decision(
      readings: readings.sorted(by: Self.readsBefore),
      others: others.sorted { ($0.kind.rawValue, $0.value) < ($1.kind.rawValue, $1.value) })
  }

  /// Reading order: what stands higher first, then what stands further left.
  private static func readsBefore(_ left: IMEIReading, _ right: IMEIReading) -> Bool {
    let (a, b) = (left.place.bounds, right.place.bounds)
    return (a.midY, a.midX, left.imei.digits) < (b.midY, b.midX, right.imei.digits)
  }
}

extension IMEI {
  /// Whether another number differs in so few digits that one may be a misreading of the other.
  func isNear(_ other: IMEI) -> Bool {
    let ours = Array(digits.utf8)
    let theirs = Array(other.digits.utf8)
    guard ours.count == theirs.count, ours != theirs else { return false }
    return zip(ours, theirs).filter { $0 != $1 }.count <= 3
  }
}
