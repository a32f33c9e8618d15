/// The text of what was laid out.
extension Layout {
  /// The tokens with their spaces; nil when that is the file as it is.
  ///
  /// Runs of the file in which nothing changed are copied as a whole.
  var text: [UInt8]? {
    var text: [UInt8] = []
    var start = 0
    var end = 0
    for index in 0..<tokens.count {
      let token = tokens[index]
      if token.replacement == nil, Int(token.start) - Int(token.spaces) == end, isSpaces(end, Int(token.start)) {
        end = Int(token.end)
        continue
      }
      if text.isEmpty { text.reserveCapacity(bytes.count + bytes.count / 16 + 64) }
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      for _ in 0..<token.spaces { text.append(0x20) }
      if let replacement = token.replacement {
        replacement.text.withUTF8Buffer { text.append(contentsOf: $0) }
        // Nothing goes on from here.
        start = bytes.count
        end = bytes.count
      } else {
        start = Int(token.start)
        end = Int(token.end)
      }
    }
    if text.isEmpty, start == 0, end == bytes.count { return nil }
    text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
    return text
  }

  @inline(__always)
  private func isSpaces(_ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset < end, bytes[offset] == 0x20 { offset += 1 }
    return offset >= end
  }
}
