import SourceText

/// The fingerprints of lines that GitHub code scanning follows results by: a hash of the 100 characters from the start of the line on,
/// without spaces and tabs, and how often the same hash came before in the file. (github/codeql-action, "fingerprints".)
struct LineHashes {
  private static let window = 100
  private static let base: UInt64 = 37
  private static let endOfFile: UInt64 = 65535

  private var hashesByFile: [ObjectIdentifier: [String]] = [:]

  /// The fingerprint of the line that a range starts on.
  mutating func hash(at range: SourceRange) -> String {
    let file = range.file
    let hashes = hashesByFile[ObjectIdentifier(file)] ?? Self.hashes(of: file)
    hashesByFile[ObjectIdentifier(file)] = hashes
    let line = file.lineIndex.line(at: range.bytes.start)
    return line <= hashes.count ? hashes[line - 1] : "0:1"
  }

  /// Fingerprints of all lines, by line.
  static func hashes(of file: SourceFile) -> [String] {
    var units: [UInt64] = []
    var lineStarts: [Int] = []
    units.reserveCapacity(file.bytes.count)
    var isAtLineStart = true
    var isBehindReturn = false
    for unit in String(decoding: file.bytes, as: UTF8.self).utf16 {
      if unit == 0x20 || unit == 0x09 || isBehindReturn && unit == 0x0A {
        isBehindReturn = false
        continue
      }
      isBehindReturn = unit == 0x0D
      let unit = isBehindReturn ? 0x0A : UInt64(unit)
      if isAtLineStart { lineStarts.append(units.count) }
      isAtLineStart = unit == 0x0A
      units.append(unit)
    }
    if isAtLineStart { lineStarts.append(units.count) }
    units.append(endOfFile)

    let highest = (0..<window).reduce(UInt64(1)) { power, _ in power &* base }
    var counts: [UInt64: Int] = [:]
    var hash: UInt64 = 0
    var nextLine = 0
    var result: [String] = []
    // The window over the units from a line's start is complete when 100 units, or zeros behind the end, have been taken in.
    for position in 0..<(units.count + window) {
      if nextLine < lineStarts.count, lineStarts[nextLine] + window == position {
        counts[hash, default: 0] += 1
        result.append("\(String(hash, radix: 16)):\(counts[hash] ?? 1)")
        nextLine += 1
      }
      let entering = position < units.count ? units[position] : 0
      let leaving = position >= window ? units[position - window] : 0
      hash = base &* hash &+ entering &- highest &* leaving
    }
    return result
  }
}
