/// Where the lines of a file start, and columns in the three units that consumers count in.
///
/// A line ends behind its `\n`; a `\r` before it belongs to the line.
public struct LineIndex: Sendable {
  /// Byte offset of each line's first byte; the first is 0.
  public let lineStarts: [UInt32]

  public init(bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 32 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      for offset in 0..<buffer.count where buffer[offset] == 0x0A { starts.append(UInt32(offset + 1)) }
    }
    lineStarts = starts
  }

  /// The line, from 1, that holds a byte offset; offsets past the end count to the last line.
  public func line(at offset: UInt32) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line (from 1), its line ending left out.
  public func range(ofLine line: Int, in bytes: [UInt8]) -> ByteRange {
    guard line >= 1, line <= lineStarts.count else {
      return ByteRange(start: UInt32(bytes.count), end: UInt32(bytes.count))
    }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) - 1 : bytes.count
    if end > start, line < lineStarts.count, bytes[end - 1] == 0x0D { end -= 1 }
    return ByteRange(start: UInt32(start), end: UInt32(end))
  }

  /// Line and grapheme column of an offset.
  public func position(at offset: UInt32, in bytes: [UInt8]) -> SourcePosition {
    let (line, slice) = lineAndPrefix(offset, bytes)
    return SourcePosition(line: line, column: graphemeCount(slice) + 1, byte: Int(offset))
  }

  /// The column of an offset in UTF-16 code units, from 1.
  public func utf16Column(at offset: UInt32, in bytes: [UInt8]) -> Int {
    let (_, slice) = lineAndPrefix(offset, bytes)
    return String(decoding: slice, as: UTF8.self).utf16.count + 1
  }

  private func lineAndPrefix(_ offset: UInt32, _ bytes: [UInt8]) -> (line: Int, prefix: ArraySlice<UInt8>) {
    let clamped = min(Int(offset), bytes.count)
    let line = line(at: UInt32(clamped))
    return (line, bytes[Int(lineStarts[line - 1])..<clamped])
  }

  private func graphemeCount(_ slice: ArraySlice<UInt8>) -> Int {
    if slice.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return slice.count }
    return String(decoding: slice, as: UTF8.self).count
  }
}
