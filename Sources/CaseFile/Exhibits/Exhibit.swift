/// One seized item.
public struct Exhibit: Sendable, Hashable {
  /// What is known of an exhibit besides its reference.
  public struct Details: Sendable, Hashable {
    /// The exhibit this one is a part of.
    public var parent: String?
    /// What it is.
    public var description: String?
    /// Who found it.
    public var foundBy: String?
    /// Who produces it.
    public var producedBy: String?
    /// The officer who keeps it.
    public var exhibitsOfficer: String?
    /// The reference that a court gave it.
    public var courtReference: String?

    /// Details; all may be missing.
    public init(
      parent: String? = nil, description: String? = nil, foundBy: String? = nil,
      producedBy: String? = nil, exhibitsOfficer: String? = nil, courtReference: String? = nil
    ) {
      self.parent = parent
      self.description = description
      self.foundBy = foundBy
      self.producedBy = producedBy
      self.exhibitsOfficer = exhibitsOfficer
      self.courtReference = courtReference
    }
  }

  /// The reference as typed.
  public let reference: String
  /// What references are compared by; see ``ExhibitReference``.
  public let key: String
  /// What else is known.
  public let details: Details
  /// Every bag it was in, oldest first.
  public let seals: [BagSeal]

  /// An exhibit from its parts.
  public init(reference: String, key: String, details: Details, seals: [BagSeal]) {
    self.reference = reference
    self.key = key
    self.details = details
    self.seals = seals
  }
}

/// The numbered bag an exhibit was sealed in; a new bag is a new seal, and the old one stays.
public struct BagSeal: Sendable, Hashable {
  /// The number printed on the bag.
  public let number: String
  /// When it was sealed, as told.
  public let from: String?
  /// When it was opened, as told; `nil` while it is sealed.
  public let to: String?

  /// A seal with its times as told, such as `2026-11-21T09:00Z`.
  public init(number: String, from: String? = nil, to: String? = nil) {
    self.number = number
    self.from = from
    self.to = to
  }
}
