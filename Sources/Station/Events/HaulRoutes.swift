internal import Hummingbird

/// Where the haul stands.
struct HaulRoutes {
  private let services: StationServices

  init(_ services: StationServices) {
    self.services = services
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    group.get("haul") { _, context in
      _ = try context.requireOperator()
      return try JSONAnswer.response(try await services.haul())
    }
  }
}
