/// Which bytes and scalars may stand where.

/// Whether an ASCII byte may start an identifier: letters and `_`.
@inline(__always)
func isIdentifierStart(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5F }

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// Whether an ASCII byte may stand inside of an identifier: letters, digits, `_` and `-`.
@inline(__always)
func isIdentifierContinue(_ byte: UInt8) -> Bool {
  guard byte < 0x80 else { return false }
  let mask: UInt64 = byte < 64 ? 0x03FF_2000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
  return (mask >> UInt64(byte & 63)) & 1 == 1
}

/// Whether a scalar may stand inside of an identifier, beyond ASCII: ID_Continue of Unicode 15.0. The joiners and middle dots that
/// later versions added are not part of the language.
func isIdentifierContinue(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x200C, 0x200D, 0x30FB, 0xFF65: false
  default: scalar.properties.isIDContinue
  }
}

/// Length of the multi-byte sequence at an offset, by its structure alone: a lead byte and as many continuation bytes as it asks
/// for. Zero when the byte starts none.
func multiByteLength(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
  let length: Int
  switch bytes[offset] {
  case 0xC0...0xDF: length = 2
  case 0xE0...0xEF: length = 3
  case 0xF0...0xF7: length = 4
  default: return 0
  }
  guard offset + length <= bytes.count else { return 0 }
  for index in 1..<length where bytes[offset + index] & 0xC0 != 0x80 { return 0 }
  return length
}

/// The scalar of a multi-byte sequence of known length; nil for surrogates and values out of range.
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, length: Int) -> Unicode.Scalar? {
  let first = UInt32(bytes[offset])
  var value =
    switch length {
    case 2: first & 0x1F
    case 3: first & 0x0F
    default: first & 0x07
    }
  for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
  return Unicode.Scalar(value)
}

/// Length of the whitespace character at an offset, zero when there is none. (Unicode White_Space.)
func whitespaceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
  let byte = bytes[offset]
  if byte == 0x20 || byte &- 0x09 < 5 { return 1 }
  guard byte >= 0x80 else { return 0 }
  let length = multiByteLength(bytes, offset)
  guard length > 0, let scalar = decodeScalar(bytes, offset, length: length), scalar.properties.isWhitespace else { return 0 }
  return length
}

/// Length of the whitespace at the start of a range.
func leadingWhitespace(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
  var offset = start
  while offset < end {
    let length = whitespaceLength(bytes, offset)
    if length == 0 || offset + length > end { break }
    offset += length
  }
  return offset - start
}

/// The end of a range without the whitespace at its end.
func endWithoutWhitespace(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
  var end = end
  while end > start {
    var offset = end - 1
    while offset > start, end - offset < 4, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    guard whitespaceLength(bytes, offset) == end - offset else { break }
    end = offset
  }
  return end
}

/// Where an identifier ends that goes on at an offset.
func identifierEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  var end = start
  while end < bytes.count {
    let next = bytes[end]
    if isIdentifierContinue(next) {
      end += 1
      continue
    }
    guard next >= 0x80 else { break }
    let length = multiByteLength(bytes, end)
    guard length > 0, let scalar = decodeScalar(bytes, end, length: length), isIdentifierContinue(scalar) else { break }
    end += length
  }
  return end
}
