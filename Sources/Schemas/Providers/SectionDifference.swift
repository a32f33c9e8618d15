/// How a section of an earlier version differs from the newest one's.
///
/// Lines in the order of the section: ` =N` keeps the next N lines of the newest version, ` -LINE` leaves one out, ` +LINE` puts one in;
/// what is left at the end is kept. ` gone` alone: there is no such section.
enum SectionDifference {
  static func isGone(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var cursor = TextCursor(bytes, range)
    guard cursor.skip(.space) else { return false }
    return cursor.isEqual(cursor.take { $0 == .newline }, "gone")
  }

  /// The section of the earlier version.
  ///
  /// - Parameters:
  ///   - difference: the difference, and where it stands.
  ///   - base: the newest version's section.
  static func apply(
    _ difference: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to newest: UnsafeBufferPointer<UInt8>, _ base: Range<Int>
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(base.count + range.count)
    var position = base.lowerBound
    let end = min(base.upperBound, newest.count)
    func nextLine(_ position: Int) -> Int { min(newest.endOfLine(from: position, to: end) + 1, end) }
    var cursor = TextCursor(difference, range)
    while !cursor.isAtEnd {
      _ = cursor.skip(.space)
      let sign = cursor.current
      cursor.advance()
      switch sign {
      case UInt8(ascii: "="):
        let start = position
        for _ in 0..<min(cursor.takeNumber() ?? 0, end) where position < end { position = nextLine(position) }
        if start < position { result += newest[start..<position] }
      case UInt8(ascii: "-"): position = nextLine(position)
      case UInt8(ascii: "+"):
        result += difference[cursor.take { $0 == .newline }]
        result.append(.newline)
      default: break
      }
      _ = cursor.take { $0 == .newline }
      _ = cursor.skip(.newline)
    }
    if position < end { result += newest[position..<end] }
    return result
  }
}
