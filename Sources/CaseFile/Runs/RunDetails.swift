public import BlockList

/// What a run over photos is started with.
public struct RunDetails: Sendable, Hashable {
  /// What its results depend on.
  public var settings: RunSettings
  /// The block lists and allow lists that are asked.
  public var lists: [ListReference]
  /// How the photos' decoders are locked in, as the kit names it.
  public var sandbox: String
  /// The machine's name and kind.
  public var machine: String

  /// Details of a run.
  public init(settings: RunSettings, lists: [ListReference], sandbox: String, machine: String) {
    self.settings = settings
    self.lists = lists
    self.sandbox = sandbox
    self.machine = machine
  }
}

/// A run that was begun.
public struct Run: Sendable, Hashable {
  /// Tells it from every other.
  public let id: RunID
  /// Who began it.
  public let person: String
  /// What it was started with.
  public let details: RunDetails
  /// When it began, UTC.
  public let startedAt: String
  /// When it ended, UTC; `nil` when it goes on or was killed.
  public let endedAt: String?
  /// How it ended.
  public let outcome: String?
  /// The photos recorded in it.
  public let photoCount: Int
}
