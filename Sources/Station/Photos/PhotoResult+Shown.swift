internal import Intake

extension PhotoResult {
  /// The result without any number, for a person who is to key one of them blind.
  var withoutNumbers: PhotoResult {
    var result = self
    result.readings = []
    result.others = []
    result.warnings = []
    return result
  }

  /// The result with control and reordering characters of names and printed texts as escapes.
  var visible: PhotoResult {
    var result = self
    result.file = file.visible(limit: 4_096)
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
