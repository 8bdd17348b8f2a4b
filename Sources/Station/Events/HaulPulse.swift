internal import ServiceLifecycle

/// Tells open pages where the haul stands, twice a second at most and only when it changed.
struct HaulPulse: Service {
  static let interval = Duration.milliseconds(500)

  let services: StationServices

  func run() async throws {
    await cancelWhenGracefulShutdown {
      // Whoever asks for the first number does not wait until all are counted.
      try? await services.review.update()
      while !Task.isCancelled {
        try? await Task.sleep(for: Self.interval)
        guard services.events.takeHaulChange() else { continue }
        try? await services.review.update()
        // A case that is busy just now is asked again at the next change.
        guard let haul = try? await services.haul() else { continue }
        guard let json = try? JSONAnswer.data(haul) else { continue }
        services.events.publish(
          StationEvent(name: EventHub.haul, json: String(decoding: json, as: UTF8.self)))
      }
    }
  }
}
