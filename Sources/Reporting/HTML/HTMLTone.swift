extension ReportTone {
  /// The class of what bears it.
  var styleClass: String? { self == .plain ? nil : rawValue }
}
