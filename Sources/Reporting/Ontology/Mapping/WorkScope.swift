/// Whose work is written down: that on an exhibit, or on photos of none.
struct WorkScope {
  /// What statements on numbers are named after.
  let owner: NodeID
  /// The device that the exhibit is; nil for photos of none, of which nobody knows how many devices they show.
  let device: NodeID?
  /// The exhibit's key; nil for photos of none.
  private let exhibit: String?
  private let names: NodeNames

  /// The work on an exhibit.
  init(device: NodeID, exhibit: String, names: NodeNames) {
    owner = device
    self.device = device
    self.exhibit = exhibit
    self.names = names
  }

  /// The work on photos of no exhibit.
  init(names: NodeNames) {
    owner = names("no exhibit")
    device = nil
    exhibit = nil
    self.names = names
  }

  /// What the reading of a photo is called.
  func reading(of photo: String) -> NodeID {
    exhibit.map { names("read", $0, photo) } ?? names("read", of: owner, photo)
  }
}
