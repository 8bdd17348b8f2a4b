internal import Intake

extension PhotoResult {
  /// The result as a person may see it: without any number while he is to key one of them blind.
  func shown(_ withholding: Withholding, _ cover: NameCover) -> PhotoResult {
    var result = visible
    guard withholding.isWithheld else { return result }
    result.readings = []
    result.others = []
    result.warnings = []
    result.file = cover(result.file)
    guard withholding == .standing else { return result }
    result.status = .review
    result.reason = nil
    result.cure = nil
    return result
  }

  /// The result with control and reordering characters of names and printed texts as escapes, and without
  /// the folders of this machine.
  private var visible: PhotoResult {
    var result = self
    result.file = String(decoding: PhotoPath(file).name, as: UTF8.self).visible(limit: 4_096)
    result.fileBytes = nil
    result.reason = reason?.visible()
    result.cure = cure?.visible()
    result.camera = camera.map {
      Camera(time: $0.time?.visible(), make: $0.make?.visible(), model: $0.model?.visible())
    }
    result.readings = readings.map { reading in
      var reading = reading
      reading.caption = reading.caption?.visible()
      reading.reasons = reading.reasons.map { $0.visible() }
      reading.crop = reading.crop?.visible(limit: 4_096)
      return reading
    }
    result.others = others.map { Other(kind: $0.kind, value: $0.value.visible()) }
    result.warnings = warnings.map { $0.visible() }
    return result
  }
}
