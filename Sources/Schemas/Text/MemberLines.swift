/// Walks the lines of one level of a section; the lines deeper than one of them are its own section.
struct MemberLines {
  let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let end: Int
  private let depth: Int

  /// One line without its indentation, and the lines below it.
  struct Line {
    var content: Range<Int>
    var children: Range<Int>
  }

  /// - Parameter range: whole lines, all of them indented by `depth` at least.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, depth: Int) {
    self.bytes = bytes
    self.depth = depth
    end = min(range.upperBound, bytes.count)
    position = min(range.lowerBound, end)
  }

  mutating func next() -> Line? {
    guard position + depth < end else { return nil }
    let start = position + depth
    let lineEnd = bytes.endOfLine(from: start, to: end)
    position = min(lineEnd + 1, end)
    let childrenStart = position
    while position + depth < end, bytes[position + depth] == .space {
      position = min(bytes.endOfLine(from: position + depth, to: end) + 1, end)
    }
    return Line(content: start..<lineEnd, children: childrenStart..<position)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place of the next line feed, or `end`, eight bytes at a time.
  ///
  /// - Parameters:
  ///   - start: at most `end`.
  ///   - end: at most the number of bytes.
  func endOfLine(from start: Int, to end: Int) -> Int {
    var position = start
    let raw = UnsafeRawBufferPointer(self)
    while position + 8 <= end {
      let difference = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) ^ 0x0A0A_0A0A_0A0A_0A0A
      // The lowest bit that is left belongs to the first byte without a difference.
      let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if zeros != 0 { return position + zeros.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < end, self[position] != .newline { position += 1 }
    return position
  }
}

/// How many there may be of something.
public struct CountBounds: Hashable, Sendable {
  public var minimum: Int
  /// nil: any number.
  public var maximum: Int?

  public init(minimum: Int, maximum: Int?) {
    self.minimum = minimum
    self.maximum = maximum
  }

  public func contains(_ count: Int) -> Bool { count >= minimum && maximum.map { count <= $0 } ?? true }
}

extension TextCursor {
  /// `a..b`, `a..` or `..b`.
  mutating func takeBounds() -> CountBounds {
    let minimum = takeNumber() ?? 0
    while skip(UInt8(ascii: ".")) {}
    return CountBounds(minimum: minimum, maximum: takeNumber())
  }
}
