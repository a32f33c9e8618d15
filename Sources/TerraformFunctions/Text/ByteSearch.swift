/// Finds a byte sequence in others, in time that is linear in both: a text that nearly matches at every place costs no more than any other.
/// (D. E. Knuth, J. H. Morris, V. R. Pratt, 1977.)
struct ByteSearch {
  private let needle: [UInt8]
  /// For each number of bytes that match, how many still do when the last one does not.
  private let fallbacks: [Int]

  init(_ needle: [UInt8]) {
    var fallbacks = [Int](repeating: 0, count: needle.count)
    var matched = 0
    for position in needle.indices.dropFirst() {
      while matched > 0, needle[matched] != needle[position] { matched = fallbacks[matched - 1] }
      if needle[matched] == needle[position] { matched += 1 }
      fallbacks[position] = matched
    }
    self.needle = needle
    self.fallbacks = fallbacks
  }

  /// Where the sequence occurs first, from a position on; the empty sequence at once.
  func firstRange(in bytes: [UInt8], from start: Int = 0) -> Range<Int>? {
    guard let first = needle.first else { return start..<start }
    return bytes.withUnsafeBufferPointer { bytes in
      var matched = 0
      var position = start
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if matched == 0, byte != first { continue }
        while matched > 0, needle[matched] != byte { matched = fallbacks[matched - 1] }
        if needle[matched] == byte { matched += 1 }
        if matched == needle.count { return (position - matched)..<position }
      }
      return nil
    }
  }
}
