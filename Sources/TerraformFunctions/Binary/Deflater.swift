/// Writes the deflate format (RFC 1951): repeated parts as references, codes by frequency.

/// Bits, the least significant ones first.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var count = 0

  mutating func write(_ value: Int, _ bits: Int) {
    pending |= UInt64(value) << UInt64(count)
    count += bits
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  /// Fills the last byte with zeros.
  mutating func align() { if count > 0 { write(0, 8 - count) } }

  mutating func append(_ more: some Sequence<UInt8>) { bytes += more }
}

/// Finds repetitions and writes blocks, none of which is the last one.
struct Deflater {
  private let bytes: [UInt8]
  /// Literals below 256; references as 256 + length << 16 | distance.
  private var tokens: [UInt32] = []
  private var literalCounts = [Int](repeating: 0, count: 286)
  private var distanceCounts = [Int](repeating: 0, count: 30)
  private var writer: BitWriter

  private static let window = 32_768
  private static let tokensPerBlock = 16_384
  /// How many places with the same beginning are looked at.
  private static let longestChain = 64

  private init(_ bytes: [UInt8], _ writer: BitWriter) {
    self.bytes = bytes
    self.writer = writer
  }

  /// Writes the blocks of a text.
  static func write(_ bytes: [UInt8], to writer: inout BitWriter) {
    var deflater = Deflater(bytes, writer)
    deflater.findRepetitions()
    deflater.writeBlock()
    writer = deflater.writer
  }

  // MARK: Repetitions

  private mutating func findRepetitions() {
    var heads = [Int32](repeating: -1, count: 1 << 15)
    var previous = [Int32](repeating: -1, count: Self.window)
    var position = 0
    var pending: (length: Int, distance: Int)?
    func enter(_ place: Int) {
      guard place + 3 <= bytes.count else { return }
      let slot = hash(place)
      previous[place & (Self.window - 1)] = heads[slot]
      heads[slot] = Int32(place)
    }
    while position < bytes.count {
      let match = pending ?? longestMatch(position, heads[position + 3 <= bytes.count ? hash(position) : 0], previous)
      pending = nil
      enter(position)
      guard let match else {
        addLiteral(bytes[position])
        position += 1
        continue
      }
      // A longer match that begins with the next byte is worth a literal.
      if match.length < 32, position + 4 <= bytes.count, let next = longestMatch(position + 1, heads[hash(position + 1)], previous),
        next.length > match.length
      {
        addLiteral(bytes[position])
        position += 1
        pending = next
        continue
      }
      addReference(match.length, match.distance)
      for place in (position + 1)..<(position + match.length) { enter(place) }
      position += match.length
    }
  }

  private func hash(_ position: Int) -> Int {
    let word = UInt32(bytes[position]) | UInt32(bytes[position + 1]) << 8 | UInt32(bytes[position + 2]) << 16
    return Int((word &* 0x9E37_79B1) >> 17)
  }

  private func longestMatch(_ position: Int, _ head: Int32, _ previous: [Int32]) -> (length: Int, distance: Int)? {
    let limit = min(258, bytes.count - position)
    guard limit >= 3 else { return nil }
    var best = (length: 2, distance: 0)
    var place = Int(head)
    var chain = Self.longestChain
    while place >= 0, place < position, position - place <= Self.window - 1, chain > 0 {
      if bytes[place + best.length] == bytes[position + best.length] {
        var length = 0
        while length < limit, bytes[place + length] == bytes[position + length] { length += 1 }
        if length > best.length { best = (length, position - place) }
        if length == limit { break }
      }
      let next = Int(previous[place & (Self.window - 1)])
      // A place that was overwritten leads forward.
      guard next < place else { break }
      place = next
      chain -= 1
    }
    return best.length >= 3 ? best : nil
  }

  private mutating func addLiteral(_ byte: UInt8) {
    literalCounts[Int(byte)] += 1
    add(UInt32(byte))
  }

  private mutating func addReference(_ length: Int, _ distance: Int) {
    literalCounts[257 + Self.step(Inflater.lengthBases, length)] += 1
    distanceCounts[Self.step(Inflater.distanceBases, distance)] += 1
    add(UInt32(256 + length) << 16 | UInt32(distance))
  }

  private mutating func add(_ token: UInt32) {
    tokens.append(token)
    if tokens.count == Self.tokensPerBlock { writeBlock() }
  }

  /// The last step whose base is not above a value.
  private static func step(_ bases: [Int], _ value: Int) -> Int { (bases.firstIndex { $0 > value } ?? bases.count) - 1 }

  // MARK: Blocks

  private mutating func writeBlock() {
    guard !tokens.isEmpty else { return }
    literalCounts[256] = 1
    let literals = HuffmanCode(counts: literalCounts, longest: 15)
    let distances = HuffmanCode(counts: distanceCounts, longest: 15)
    writer.write(0, 1)
    writer.write(2, 2)
    writeCodes(literals, distances)
    for token in tokens {
      if token < 256 {
        literals.write(Int(token), to: &writer)
        continue
      }
      let length = Int(token >> 16) - 256
      let distance = Int(token & 0xFFFF)
      let lengthStep = Self.step(Inflater.lengthBases, length)
      literals.write(257 + lengthStep, to: &writer)
      writer.write(length - Inflater.lengthBases[lengthStep], Inflater.lengthExtra[lengthStep])
      let distanceStep = Self.step(Inflater.distanceBases, distance)
      distances.write(distanceStep, to: &writer)
      writer.write(distance - Inflater.distanceBases[distanceStep], max(0, distanceStep / 2 - 1))
    }
    literals.write(256, to: &writer)
    tokens.removeAll(keepingCapacity: true)
    for index in literalCounts.indices { literalCounts[index] = 0 }
    for index in distanceCounts.indices { distanceCounts[index] = 0 }
  }

  /// The lengths of both codes, themselves in a code; runs of zeros are counted.
  private mutating func writeCodes(_ literals: HuffmanCode, _ distances: HuffmanCode) {
    let literalCount = max(257, (literals.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    let distanceCount = max(1, (distances.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    let lengths = Array(literals.lengths[..<literalCount]) + Array(distances.lengths[..<distanceCount])
    var symbols: [(symbol: Int, extra: Int, bits: Int)] = []
    var index = 0
    while index < lengths.count {
      var run = 1
      while index + run < lengths.count, lengths[index + run] == lengths[index], run < 138 { run += 1 }
      if lengths[index] == 0, run >= 11 {
        symbols.append((18, run - 11, 7))
      } else if lengths[index] == 0, run >= 3 {
        symbols.append((17, run - 3, 3))
      } else {
        run = 1
        symbols.append((lengths[index], 0, 0))
      }
      index += run
    }
    var counts = [Int](repeating: 0, count: 19)
    for entry in symbols { counts[entry.symbol] += 1 }
    let code = HuffmanCode(counts: counts, longest: 7)
    let order = Inflater.codeLengthOrder
    let used = max(4, (order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    writer.write(literalCount - 257, 5)
    writer.write(distanceCount - 1, 5)
    writer.write(used - 4, 4)
    for symbol in order[..<used] { writer.write(code.lengths[symbol], 3) }
    for entry in symbols {
      code.write(entry.symbol, to: &writer)
      writer.write(entry.extra, entry.bits)
    }
  }
}

/// A code whose words are shorter for symbols that occur more often. (RFC 1951, section 3.2.2.)
private struct HuffmanCode {
  /// Bits of each symbol's word; 0 for one that does not occur.
  let lengths: [Int]
  /// The words with their bits reversed, as they are written.
  private let words: [Int]

  init(counts: [Int], longest: Int) {
    var weights = counts
    var lengths = Self.lengths(weights)
    // Words that are too long become shorter when the counts are closer to one another.
    while let length = lengths.max(), length > longest {
      weights = weights.map { $0 == 0 ? 0 : $0 / 2 + 1 }
      lengths = Self.lengths(weights)
    }
    var words = [Int](repeating: 0, count: lengths.count)
    var word = 0
    for length in 1...15 {
      for symbol in lengths.indices where lengths[symbol] == length {
        words[symbol] = (0..<length).reduce(0) { $0 | (word >> $1 & 1) << (length - 1 - $1) }
        word += 1
      }
      word <<= 1
    }
    self.lengths = lengths
    self.words = words
  }

  func write(_ symbol: Int, to writer: inout BitWriter) { writer.write(words[symbol], lengths[symbol]) }

  /// Word lengths by joining the two rarest groups again and again.
  private static func lengths(_ counts: [Int]) -> [Int] {
    var lengths = [Int](repeating: 0, count: counts.count)
    var groups = counts.indices.filter { counts[$0] > 0 }.map { (weight: counts[$0], symbols: [$0]) }
    // A code needs two words, or one of a single bit.
    if groups.count == 1 { lengths[groups[0].symbols[0]] = 1 }
    groups.sort { ($1.weight, $1.symbols[0]) < ($0.weight, $0.symbols[0]) }
    while groups.count > 1, let first = groups.popLast(), let second = groups.popLast() {
      let joined = (weight: first.weight + second.weight, symbols: first.symbols + second.symbols)
      for symbol in joined.symbols { lengths[symbol] += 1 }
      let place = groups.firstIndex { $0.weight < joined.weight } ?? groups.count
      groups.insert(joined, at: place)
    }
    return lengths
  }
}
