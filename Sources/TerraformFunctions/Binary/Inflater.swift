/// Reads the deflate format (RFC 1951).

/// One deflate stream inside of bytes.
struct Inflater {
  private let bytes: [UInt8]
  private let limit: Int
  /// The first byte that was not read; after `inflate`, the byte behind the stream.
  private(set) var position: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  /// Starts at a position; gives at most `limit` bytes.
  init(_ bytes: [UInt8], position: Int, limit: Int) {
    self.bytes = bytes
    self.position = position
    self.limit = limit
  }

  /// Everything that the stream holds.
  mutating func inflate() throws(GzipFailure) -> [UInt8] {
    var isLast = false
    while !isLast {
      isLast = try readBits(1) == 1
      switch try readBits(2) {
      case 0: try copyStoredBlock()
      case 1: try copyBlock(literals: Self.fixedLiterals, distances: Self.fixedDistances)
      case 2:
        let (literals, distances) = try readCodes()
        try copyBlock(literals: literals, distances: distances)
      default: throw .invalid
      }
    }
    return output
  }

  private mutating func readBits(_ count: Int) throws(GzipFailure) -> Int {
    while bitCount < count {
      guard position < bytes.count else { throw .truncated }
      bits |= UInt32(bytes[position]) << UInt32(bitCount)
      position += 1
      bitCount += 8
    }
    let value = bits & ((1 << UInt32(count)) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func copyStoredBlock() throws(GzipFailure) {
    (bits, bitCount) = (0, 0)
    guard position + 4 <= bytes.count else { throw .truncated }
    let length = Int(bytes[position]) | Int(bytes[position + 1]) << 8
    let complement = Int(bytes[position + 2]) | Int(bytes[position + 3]) << 8
    guard length ^ complement == 0xffff else { throw .invalid }
    position += 4
    guard position + length <= bytes.count else { throw .truncated }
    guard output.count + length <= limit else { throw .tooLong }
    output += bytes[position..<position + length]
    position += length
  }

  private mutating func copyBlock(literals: Code, distances: Code) throws(GzipFailure) {
    while true {
      let symbol = try readSymbol(literals)
      if symbol < 256 {
        guard output.count < limit else { throw .tooLong }
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      guard symbol - 257 < Self.lengthBases.count else { throw .invalid }
      let length = Self.lengthBases[symbol - 257] + (try readBits(Self.lengthExtra[symbol - 257]))
      let distanceSymbol = try readSymbol(distances)
      guard distanceSymbol < Self.distanceBases.count else { throw .invalid }
      let distance = Self.distanceBases[distanceSymbol] + (try readBits(distanceSymbol < 4 ? 0 : distanceSymbol / 2 - 1))
      guard distance <= output.count else { throw .invalid }
      guard output.count + length <= limit else { throw .tooLong }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func readSymbol(_ code: Code) throws(GzipFailure) -> Int {
    var value = 0
    var first = 0
    var index = 0
    for length in 1..<16 {
      value |= try readBits(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .invalid
  }

  /// The codes of a block that brings its own.
  private mutating func readCodes() throws(GzipFailure) -> (literals: Code, distances: Code) {
    let literalCount = try readBits(5) + 257
    let distanceCount = try readBits(5) + 1
    let lengthCount = try readBits(4) + 4
    var codeLengths = [Int](repeating: 0, count: 19)
    for i in 0..<lengthCount { codeLengths[Self.codeLengthOrder[i]] = try readBits(3) }
    let lengthCode = Code(codeLengths)
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try readSymbol(lengthCode)
      switch symbol {
      case 0...15: lengths.append(symbol)
      case 16:
        guard let last = lengths.last else { throw .invalid }
        lengths += [Int](repeating: last, count: try readBits(2) + 3)
      case 17: lengths += [Int](repeating: 0, count: try readBits(3) + 3)
      default: lengths += [Int](repeating: 0, count: try readBits(7) + 11)
      }
    }
    guard lengths.count == literalCount + distanceCount else { throw .invalid }
    return (Code(Array(lengths[..<literalCount])), Code(Array(lengths[literalCount...])))
  }

  /// A canonical Huffman code: how many symbols have each length, and the symbols in order.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int]

    init(_ lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    }
  }

  private static let fixedLiterals = Code(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = Code([Int](repeating: 5, count: 30))
  static let codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  static let lengthExtra = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1_025, 1_537, 2_049, 3_073, 4_097, 6_145,
    8_193, 12_289, 16_385, 24_577,
  ]
}
