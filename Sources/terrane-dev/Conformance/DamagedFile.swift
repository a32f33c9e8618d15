/// Files made wrong on purpose, the same ones with the same seed.
struct DamagedFile {
  /// How many cuts are made of a file.
  static let cuts = 50

  private var state: UInt64

  /// - Parameters:
  ///   - seed: what all files of a run share.
  ///   - index: which file it is.
  init(seed: UInt64, index: Int) { state = seed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15 }

  /// A file cut off at random bytes, and then once with one token left out.
  mutating func variants(of bytes: [UInt8]) -> [[UInt8]] {
    guard !bytes.isEmpty else { return [] }
    var variants = (0..<Self.cuts).map { _ in Array(bytes[..<random(bytes.count)]) }
    let token = token(in: bytes, at: random(bytes.count))
    variants.append(Array(bytes[..<token.lowerBound] + bytes[token.upperBound...]))
    return variants
  }

  /// The word or the single character at an offset, or behind the spaces there.
  private func token(in bytes: [UInt8], at offset: Int) -> Range<Int> {
    var start = offset
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
    guard start < bytes.count else { return bytes.count - 1..<bytes.count }
    guard isWord(bytes[start]) else { return start..<start + 1 }
    var end = start
    while start > 0, isWord(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isWord(bytes[end]) { end += 1 }
    return start..<end
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x80...0xFF: true
    default: false
    }
  }

  /// SplitMix64.
  private mutating func random(_ bound: Int) -> Int {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ value >> 31) % UInt64(bound))
  }
}
