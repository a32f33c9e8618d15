/// The candidate nearest to a mistyped name, for "did you mean".
///
/// - Returns: the first candidate within edit distance 2 (1 for names of up to 3 letters), the nearest one winning; nil when there
///   is none.
public func suggestedName(for name: String, among candidates: some Sequence<String>) -> String? {
  let limit = name.utf8.count <= 3 ? 1 : 2
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate != name {
    let distance = editDistance(Array(name.utf8), Array(candidate.utf8), limit: limit)
    guard distance <= limit, distance < (best?.distance ?? Int.max) else { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// Levenshtein distance over bytes; any value above `limit` may be returned as `limit + 1`.
private func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
  if abs(left.count - right.count) > limit { return limit + 1 }
  var previous = Array(0...right.count)
  var current = previous
  for i in 0..<left.count {
    current[0] = i + 1
    var smallest = current[0]
    for j in 0..<right.count {
      let substitution = previous[j] + (left[i] == right[j] ? 0 : 1)
      current[j + 1] = min(substitution, previous[j + 1] + 1, current[j] + 1)
      smallest = min(smallest, current[j + 1])
    }
    if smallest > limit { return limit + 1 }
    swap(&previous, &current)
  }
  return previous[right.count]
}
