/// A table in text form: lines `KEY<tab>NUMBER<tab>NUMBER…`, sorted by the bytes of the key, every line ended; searched where it lies.
///
/// A line that does not have this form ends every search and every walk: it gives nothing, never a crash.
struct SortedLines {
  let bytes: UnsafeBufferPointer<UInt8>

  struct Line {
    var key: Range<Int>
    var numbers: (Int, Int, Int, Int)
    /// Where the next line starts.
    var end: Int
  }

  /// Reads the line that starts here; numbers that are not there are 0.
  func line(at start: Int) -> Line? {
    var position = start
    while position < bytes.count, bytes[position] != UInt8(ascii: "\t"), bytes[position] != UInt8(ascii: "\n") { position += 1 }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\t") else { return nil }
    var line = Line(key: start..<position, numbers: (0, 0, 0, 0), end: 0)
    guard let first = number(at: &position), let second = number(at: &position) else { return nil }
    line.numbers = (first, second, number(at: &position) ?? 0, number(at: &position) ?? 0)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\n") else { return nil }
    line.end = position + 1
    return line
  }

  /// The first line whose key is not below this one, in logarithmic time.
  func lowerBound(of wanted: UnsafeBufferPointer<UInt8>) -> Int {
    var low = 0
    var high = bytes.count
    while low < high {
      var start = low + (high - low) / 2
      while start > low, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      guard let line = line(at: start) else { return bytes.count }
      if isKey(line.key, below: wanted) { low = line.end } else { high = start }
    }
    return low
  }

  /// The line of exactly this key.
  func line(of wanted: UnsafeBufferPointer<UInt8>) -> Line? {
    guard let line = line(at: lowerBound(of: wanted)), line.key.count == wanted.count, hasKey(line.key, prefix: wanted) else {
      return nil
    }
    return line
  }

  func hasKey(_ key: Range<Int>, prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    guard key.count >= prefix.count else { return false }
    for offset in 0..<prefix.count where bytes[key.lowerBound + offset] != prefix[offset] { return false }
    return true
  }

  func text(_ range: Range<Int>) -> String { String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) }

  private func isKey(_ key: Range<Int>, below wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    for offset in 0..<min(key.count, wanted.count) {
      let byte = bytes[key.lowerBound + offset]
      if byte != wanted[offset] { return byte < wanted[offset] }
    }
    return key.count < wanted.count
  }

  /// Reads a number behind a tab; leaves the position alone when there is none.
  private func number(at position: inout Int) -> Int? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\t") else { return nil }
    var next = position + 1
    var number = 0
    while next < bytes.count, case let digit = bytes[next] &- UInt8(ascii: "0"), digit < 10 {
      number = number &* 10 &+ Int(digit)
      next += 1
    }
    guard next > position + 1 else { return nil }
    position = next
    return number
  }
}
