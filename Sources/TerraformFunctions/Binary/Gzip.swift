/// The gzip format (RFC 1952).

/// Why compressed bytes could not be read.
enum GzipFailure: Error {
  case notGzip
  case truncated
  case invalid
  case wrongChecksum
  case tooLong
}

/// Bytes as a gzip member, compressed where that is shorter.
///
/// It reads as Go's writer's does, whose bytes it has for short inputs; what is compressed has other bytes, as it has from one version of Go to
/// another.
func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  var output: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]
  var compressed = BitWriter()
  // Codes of their own take more than they save in less.
  if bytes.count >= 64 { Deflater.write(bytes, to: &compressed) }
  if bytes.count >= 64, compressed.bytes.count < bytes.count {
    // A flush: an empty stored block.
    compressed.write(0, 3)
    compressed.align()
    output += compressed.bytes + [0, 0, 0xff, 0xff]
  } else {
    var start = 0
    while start < bytes.count {
      let count = min(65_535, bytes.count - start)
      let length = UInt16(count)
      output += [0, UInt8(length & 255), UInt8(length >> 8), UInt8(~length & 255), UInt8(~length >> 8)]
      output += bytes[start..<start + count]
      start += count
    }
    output += [0, 0, 0, 0xff, 0xff]
  }
  // The last block, empty and with fixed codes.
  output += [3, 0]
  output += bigEndianBytes(UInt64(crc32(bytes)), 4).reversed()
  output += bigEndianBytes(UInt64(truncatingIfNeeded: bytes.count), 4).reversed()
  return output
}

/// The content of a gzip file of one or more members, at most `limit` bytes.
func gunzipped(_ bytes: [UInt8], limit: Int) throws(GzipFailure) -> [UInt8] {
  var output: [UInt8] = []
  var position = 0
  repeat {
    position = try skipGzipHeader(bytes, position)
    var inflater = Inflater(bytes, position: position, limit: limit - output.count)
    let content = try inflater.inflate()
    position = inflater.position
    guard position + 8 <= bytes.count else { throw .truncated }
    let checksum = UInt32(truncatingIfNeeded: bigEndianWord(bytes, position, 4)).byteSwapped
    guard checksum == crc32(content) else { throw .wrongChecksum }
    position += 8
    output += content
  } while position < bytes.count
  return output
}

private func skipGzipHeader(_ bytes: [UInt8], _ start: Int) throws(GzipFailure) -> Int {
  guard start + 10 <= bytes.count, bytes[start] == 0x1f, bytes[start + 1] == 0x8b, bytes[start + 2] == 8 else { throw .notGzip }
  let flags = bytes[start + 3]
  var position = start + 10
  if flags & 4 != 0 {
    guard position + 2 <= bytes.count else { throw .truncated }
    position += 2 + Int(bytes[position]) + Int(bytes[position + 1]) << 8
  }
  for flag: UInt8 in [8, 16] where flags & flag != 0 {
    while position < bytes.count, bytes[position] != 0 { position += 1 }
    position += 1
  }
  if flags & 2 != 0 { position += 2 }
  guard position <= bytes.count else { throw .truncated }
  return position
}

/// The CRC-32 of bytes with gzip's polynomial.
func crc32(_ bytes: [UInt8]) -> UInt32 {
  var remainder: UInt32 = ~0
  for byte in bytes { remainder = crcTable[Int((remainder ^ UInt32(byte)) & 255)] ^ (remainder >> 8) }
  return ~remainder
}

private let crcTable: [UInt32] = (0..<256).map { index in
  (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
}
