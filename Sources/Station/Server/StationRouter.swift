internal import EquipmentRegister
internal import EquipmentRegisterServer
public import Hummingbird

/// Where each address leads: a pure function of what the routes work with.
public enum StationRouter {
  /// The interface's prefix.
  public static let prefix = "api/v1"

  /// The router.
  public static func build(_ services: StationServices) -> Router<StationContext> {
    let router = Router(context: StationContext.self, options: .autoGenerateHeadEndpoints)
    let table = RouteTable()
    // The order matters: headers and problems for every answer, and nobody gets further than the guards.
    router.add(middleware: RequestLog(metrics: services.metrics, logger: services.logger))
    router.add(middleware: SecurityHeaders())
    router.add(middleware: ErrorMiddleware(routes: table, logger: services.logger))
    router.add(middleware: HostGuard(hosts: services.hosts))
    router.add(middleware: OriginGuard(hosts: services.hosts))
    router.add(middleware: SessionGuard(services: services))
    let source = BlockListSource(path: services.listStorePath() ?? services.newListStorePath)
    router.add(
      middleware: EquipmentStatusMiddleware(EquipmentStatusResponder(source: source)))

    HealthRoutes(services).add(to: router)
    AssetRoutes().add(to: router)
    PageRoutes(services).add(to: router)
    addInterface(services, to: router.group(RouterPath(prefix)))
    table.take(router)
    return router
  }

  private static func addInterface(
    _ services: StationServices, to group: RouterGroup<StationContext>
  ) {
    InterfaceRoutes().add(to: group)
    SessionRoutes(services).add(to: group)
    HaulRoutes(services).add(to: group)
    EventRoutes(services).add(to: group)
    PhotoRoutes(services, blind: services.review).add(to: group)
    ExhibitRoutes(services, blind: services.review).add(to: group)
    FindingRoutes(services, blind: services.review).add(to: group)
    ListRoutes(services).add(to: group)
    AuditRoutes(services, blind: services.review).add(to: group)
    UploadRoutes(services, blind: services.review).add(to: group)
    ReviewRoutes(services).add(to: group)
  }
}
