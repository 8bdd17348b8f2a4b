/// What a network says about every place of a picture.
struct NetworkMaps {
  /// Places across.
  let width: Int
  /// Places down.
  let height: Int
  /// Values a place.
  let maps: Int
  /// The values, [row][column][map].
  let values: [Float]

  /// One value.
  subscript(column: Int, row: Int, map: Int) -> Float {
    values[(row * width + column) * maps + map]
  }
}
