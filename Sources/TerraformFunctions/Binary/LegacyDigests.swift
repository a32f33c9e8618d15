/// MD5 (RFC 1321) and SHA-1 (RFC 3174), and what the digests share. Fingerprints only: neither resists an attacker.

/// The MD5 digest of bytes: 16 bytes.
func md5Digest(_ message: [UInt8]) -> [UInt8] {
  var state: (UInt32, UInt32, UInt32, UInt32) = (0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476)
  let padded = paddedMessage(message, block: 64, lengthBytes: 8, bigEndian: false)
  var words = [UInt32](repeating: 0, count: 16)
  for block in stride(from: 0, to: padded.count, by: 64) {
    for i in 0..<16 { words[i] = UInt32(truncatingIfNeeded: bigEndianWord(padded, block + i * 4, 4)).byteSwapped }
    var (a, b, c, d) = state
    for i in 0..<64 {
      let mixed: UInt32
      let index: Int
      switch i / 16 {
      case 0: (mixed, index) = ((b & c) | (~b & d), i)
      case 1: (mixed, index) = ((d & b) | (~d & c), (5 * i + 1) % 16)
      case 2: (mixed, index) = (b ^ c ^ d, (3 * i + 5) % 16)
      default: (mixed, index) = (c ^ (b | ~d), (7 * i) % 16)
      }
      let sum = mixed &+ a &+ md5Constants[i] &+ words[index]
      let rotated = rotateRight(sum, 32 - md5Shifts[i / 16 * 4 + i % 4])
      (a, d, c, b) = (d, c, b, b &+ rotated)
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d)
  }
  return [state.0, state.1, state.2, state.3].flatMap { bigEndianBytes(UInt64($0.byteSwapped), 4) }
}

/// The SHA-1 digest of bytes: 20 bytes.
func sha1Digest(_ message: [UInt8]) -> [UInt8] {
  var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
  let padded = paddedMessage(message, block: 64, lengthBytes: 8, bigEndian: true)
  var schedule = [UInt32](repeating: 0, count: 80)
  for block in stride(from: 0, to: padded.count, by: 64) {
    for i in 0..<16 { schedule[i] = UInt32(truncatingIfNeeded: bigEndianWord(padded, block + i * 4, 4)) }
    for i in 16..<80 {
      schedule[i] = rotateRight(schedule[i - 3] ^ schedule[i - 8] ^ schedule[i - 14] ^ schedule[i - 16], 31)
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for i in 0..<80 {
      let mixed: UInt32
      let constant: UInt32
      switch i / 20 {
      case 0: (mixed, constant) = ((b & c) | (~b & d), 0x5a82_7999)
      case 1: (mixed, constant) = (b ^ c ^ d, 0x6ed9_eba1)
      case 2: (mixed, constant) = ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
      default: (mixed, constant) = (b ^ c ^ d, 0xca62_c1d6)
      }
      let next = rotateRight(a, 27) &+ mixed &+ e &+ constant &+ schedule[i]
      (e, d, c, b, a) = (d, c, rotateRight(b, 2), a, next)
    }
    for (i, value) in [a, b, c, d, e].enumerated() { state[i] &+= value }
  }
  return state.flatMap { bigEndianBytes(UInt64($0), 4) }
}

/// The message with a one bit, zeros, and its length in bits, filling whole blocks.
func paddedMessage(_ message: [UInt8], block: Int, lengthBytes: Int, bigEndian: Bool) -> [UInt8] {
  var padded = message
  padded.append(0x80)
  while padded.count % block != block - lengthBytes { padded.append(0) }
  let bits = UInt64(message.count) &* 8
  let length = bigEndianBytes(bits, 8)
  padded += [UInt8](repeating: 0, count: lengthBytes - 8)
  padded += bigEndian ? length : length.reversed()
  return padded
}

func rotateRight<Word: FixedWidthInteger & UnsignedInteger>(_ word: Word, _ count: Int) -> Word {
  (word >> Word(truncatingIfNeeded: count)) | (word << Word(truncatingIfNeeded: Word.bitWidth - count))
}

/// `count` bytes (at most 8) from a position, most significant first.
func bigEndianWord(_ bytes: [UInt8], _ start: Int, _ count: Int) -> UInt64 {
  var word: UInt64 = 0
  for i in start..<start + count { word = word << 8 | UInt64(bytes[i]) }
  return word
}

func bigEndianBytes(_ word: UInt64, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: word >> UInt64((count - 1 - $0) * 8)) }
}

private let md5Shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

private let md5Constants: [UInt32] = [
  0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
  0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
  0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
  0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
  0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
  0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
  0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
  0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
]
