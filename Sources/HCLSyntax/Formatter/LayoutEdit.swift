/// A run of tokens that others take the place of.
struct LayoutEdit {
  var range: Range<Int>
  var tokens: [LayoutToken]
}

extension FlatBuffer where Element == LayoutToken {
  /// The tokens after edits, which are in the order of their places and apart from each other.
  func applying(_ edits: [LayoutEdit]) -> FlatBuffer<LayoutToken> {
    var result = FlatBuffer<LayoutToken>(capacity: count + 16)
    var position = 0
    for edit in edits {
      for index in position..<max(position, edit.range.lowerBound) { result.append(self[index]) }
      for token in edit.tokens { result.append(token) }
      position = edit.range.upperBound
    }
    for index in position..<max(position, count) { result.append(self[index]) }
    return result
  }
}
