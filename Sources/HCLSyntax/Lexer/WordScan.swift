#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Searching bytes a word of eight at a time.
///
/// Each function gives an offset from which on the bytes are to be looked at one by one: no byte before it is one of those searched
/// for. Near the end of the file it is the offset given.

private let low: UInt64 = 0x0101_0101_0101_0101
private let high: UInt64 = 0x8080_8080_8080_8080

/// The high bit of every byte that is zero, exact up to the first of them.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 { (word &- low) & ~word & high }

/// Searches one word after the other.
@inline(__always)
private func skipWords(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stops: (UInt64) -> UInt64) -> Int {
  guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
  var offset = start
  while offset + 8 <= bytes.count {
    let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let found = stops(word)
    offset += found.trailingZeroBitCount >> 3
    if found != 0 { break }
  }
  return offset
}

/// Searches two words at a time: nearly every name and text ends in the first two, so that the branch behind them can be foreseen,
/// which costs less than the second word does.
@inline(__always)
private func skipPairs(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stops: (UInt64) -> UInt64) -> Int {
  guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
  var offset = start
  while offset + 16 <= bytes.count {
    let first = stops(UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    let second = stops(UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)))
    if first | second != 0 {
      let inSecond = 8 + (second.trailingZeroBitCount >> 3)
      return offset + (first != 0 ? first.trailingZeroBitCount >> 3 : inSecond)
    }
    offset += 16
  }
  return skipWords(bytes, offset, stops)
}

/// Searches for what can end plain text in a quoted template: quotes, backslashes, `$`, `%`, control characters, and anything that
/// is not ASCII.
@inline(__always)
func skipQuotedText(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  skipPairs(bytes, start) { word in
    // `$` and `%` differ in their lowest bit alone.
    zeroBytes(word ^ (low &* 0x22)) | zeroBytes((word | low) ^ (low &* 0x25)) | zeroBytes(word ^ (low &* 0x5C))
      | (word &- low &* 0x20) & ~word & high | word & high
  }
}

/// Searches for what can end plain text in a heredoc: `$`, `%`, control characters, and anything that is not ASCII.
@inline(__always)
func skipHeredocText(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  skipPairs(bytes, start) { word in
    zeroBytes((word | low) ^ (low &* 0x25)) | (word &- low &* 0x20) & ~word & high | word & high
  }
}

/// The offset of the next byte of a value, or the end of the file; `start` is inside of the file or its end.
@inline(__always)
func next(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start) else { return bytes.count }
  return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}

/// Searches for the end of a run of spaces.
@inline(__always)
func skipSpaces(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  skipWords(bytes, start) { word in word ^ (low &* 0x20) }
}

/// The high bit of every ASCII byte that is at least a value; bytes beyond ASCII are masked by the caller.
@inline(__always)
private func atLeast(_ word: UInt64, _ value: UInt64) -> UInt64 { (word & ~high) &+ low &* (0x80 &- value) }

/// Searches for the end of an identifier: anything but ASCII letters, digits, `_` and `-`.
@inline(__always)
func skipIdentifier(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  skipPairs(bytes, start) { word in
    let folded = word | low &* 0x20
    let letters = atLeast(folded, 0x61) & ~atLeast(folded, 0x7B)
    let digits = atLeast(word, 0x30) & ~atLeast(word, 0x3A)
    // `_` and `-`: what is not at least 1 when their bits are taken away.
    let joiners = ~atLeast(word ^ low &* 0x5F, 1) | ~atLeast(word ^ low &* 0x2D, 1)
    return (~(letters | digits | joiners) | word) & high
  }
}
