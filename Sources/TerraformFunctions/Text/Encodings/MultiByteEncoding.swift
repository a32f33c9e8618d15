/// Encodings of East Asian text: ASCII in one byte, everything else in up to four. (Encoding Standard, "Legacy multi-byte encodings".)
enum MultiByteEncoding: Sendable {
  case gbk, gb18030, big5, eucKR, eucJP, shiftJIS

  /// Finds an encoding by a name in lower case, and gives the preferred one.
  init?(_ name: String) {
    switch name {
    case "gbk", "cp936", "ms936", "windows-936", "csgbk": self = .gbk
    case "gb18030", "csgb18030": self = .gb18030
    case "big5", "csbig5": self = .big5
    case "euc-kr", "cseuckr": self = .eucKR
    case "euc-jp", "cseucpkdfmtjapanese", "extended_unix_code_packed_format_for_japanese": self = .eucJP
    case "shift_jis", "ms_kanji", "csshiftjis": self = .shiftJIS
    default: return nil
    }
  }

  /// The preferred name.
  var name: String {
    switch self {
    case .gbk: "GBK"
    case .gb18030: "GB18030"
    case .big5: "Big5"
    case .eucKR: "EUC-KR"
    case .eucJP: "EUC-JP"
    case .shiftJIS: "Shift_JIS"
    }
  }

  // MARK: Writing

  /// The bytes of a text; nil when a character has none.
  func encode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if !append(scalar.value, to: &bytes) {
        return nil
      }
    }
    return bytes
  }

  private func append(_ scalar: UInt32, to bytes: inout [UInt8]) -> Bool {
    switch self {
    case .gbk, .gb18030:
      if self == .gbk, scalar == 0x20ac {
        bytes.append(0x80)
      } else if let pointer = CharacterIndex.gb18030.pointer(scalar) {
        let trail = pointer % 190
        bytes += [UInt8(0x81 + pointer / 190), UInt8(trail + (trail < 0x3f ? 0x40 : 0x41))]
      } else if self == .gb18030 {
        let pointer = GB18030Ranges.pointer(of: scalar)
        bytes += [
          UInt8(0x81 + pointer / 12_600), UInt8(0x30 + pointer / 1_260 % 10), UInt8(0x81 + pointer / 10 % 126), UInt8(0x30 + pointer % 10),
        ]
      } else {
        return false
      }
    case .big5:
      guard let pointer = CharacterIndex.big5.pointer(scalar) else { return false }
      let trail = pointer % 157
      bytes += [UInt8(0x81 + pointer / 157), UInt8(trail + (trail < 0x3f ? 0x40 : 0x62))]
    case .eucKR:
      guard let pointer = CharacterIndex.korean.pointer(scalar) else { return false }
      bytes += [UInt8(0x81 + pointer / 190), UInt8(0x41 + pointer % 190)]
    case .eucJP:
      if let byte = halfWidthKatakana(scalar) {
        bytes += [0x8e, byte]
      } else if let pointer = CharacterIndex.jis0208.pointer(scalar), pointer < 94 * 94 {
        bytes += [UInt8(0xa1 + pointer / 94), UInt8(0xa1 + pointer % 94)]
      } else if let pointer = CharacterIndex.jis0212.pointer(scalar) {
        bytes += [0x8f, UInt8(0xa1 + pointer / 94), UInt8(0xa1 + pointer % 94)]
      } else {
        return false
      }
    case .shiftJIS:
      if let byte = halfWidthKatakana(scalar) {
        bytes.append(byte)
      } else if let pointer = CharacterIndex.jis0208.pointer(scalar) {
        let (lead, trail) = (pointer / 188, pointer % 188)
        bytes += [UInt8(lead + (lead < 0x1f ? 0x81 : 0xc1)), UInt8(trail + (trail < 0x3f ? 0x40 : 0x41))]
      } else {
        return false
      }
    }
    return true
  }

  private func halfWidthKatakana(_ scalar: UInt32) -> UInt8? {
    scalar >= 0xff61 && scalar <= 0xff9f ? UInt8(scalar - 0xff61 + 0xa1) : nil
  }

  // MARK: Reading

  /// The text that bytes stand for; nil when some of them stand for nothing.
  func decode(_ bytes: [UInt8]) -> String? {
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while let lead = rest.popFirst() {
      if lead < 0x80 {
        text.append(Unicode.Scalar(lead))
        continue
      }
      if self == .big5, let pair = rest.first.flatMap({ Self.combined(lead, $0) }) {
        text.append(contentsOf: pair.unicodeScalars)
        rest = rest.dropFirst()
        continue
      }
      guard let value = scalar(lead, &rest), let scalar = Unicode.Scalar(value), value != 0xfffd else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  /// The character that begins with a byte; takes the bytes that belong to it.
  private func scalar(_ lead: UInt8, _ rest: inout ArraySlice<UInt8>) -> UInt32? {
    switch self {
    case .gbk, .gb18030:
      if lead == 0x80 { return 0x20ac }
      guard lead < 0xff, let trail = rest.popFirst() else { return nil }
      if self == .gb18030, (0x30...0x39).contains(trail) { return fourByteScalar(lead, trail, &rest) }
      guard (0x40...0xfe).contains(trail), trail != 0x7f else { return nil }
      return CharacterIndex.gb18030.scalar((Int(lead) - 0x81) * 190 + Int(trail) - (trail < 0x7f ? 0x40 : 0x41))
    case .big5:
      guard lead > 0x80, lead < 0xff, let trail = rest.popFirst() else { return nil }
      guard (0x40...0x7e).contains(trail) || (0xa1...0xfe).contains(trail) else { return nil }
      return CharacterIndex.big5.scalar((Int(lead) - 0x81) * 157 + Int(trail) - (trail < 0x7f ? 0x40 : 0x62))
    case .eucKR:
      guard lead > 0x80, lead < 0xff, let trail = rest.popFirst(), (0x41...0xfe).contains(trail) else { return nil }
      return CharacterIndex.korean.scalar((Int(lead) - 0x81) * 190 + Int(trail) - 0x41)
    case .eucJP:
      guard let second = rest.popFirst(), (0xa1...0xfe).contains(second) else { return nil }
      if lead == 0x8e { return second <= 0xdf ? 0xff61 + UInt32(second) - 0xa1 : nil }
      if lead == 0x8f {
        guard let third = rest.popFirst(), (0xa1...0xfe).contains(third) else { return nil }
        return CharacterIndex.jis0212.scalar((Int(second) - 0xa1) * 94 + Int(third) - 0xa1)
      }
      guard (0xa1...0xfe).contains(lead) else { return nil }
      return CharacterIndex.jis0208.scalar((Int(lead) - 0xa1) * 94 + Int(second) - 0xa1)
    case .shiftJIS:
      if lead == 0x80 { return 0x80 }
      if (0xa1...0xdf).contains(lead) { return 0xff61 + UInt32(lead) - 0xa1 }
      guard lead != 0xa0, lead <= 0xfc, let trail = rest.popFirst() else { return nil }
      guard (0x40...0xfc).contains(trail), trail != 0x7f else { return nil }
      let row = Int(lead) - (lead < 0xa0 ? 0x81 : 0xc1)
      return CharacterIndex.jis0208.scalar(row * 188 + Int(trail) - (trail < 0x7f ? 0x40 : 0x41))
    }
  }

  private func fourByteScalar(_ first: UInt8, _ second: UInt8, _ rest: inout ArraySlice<UInt8>) -> UInt32? {
    guard let third = rest.popFirst(), let fourth = rest.popFirst(), (0x81...0xfe).contains(third), (0x30...0x39).contains(fourth) else {
      return nil
    }
    let pointer = ((Int(first) - 0x81) * 10 + Int(second) - 0x30) * 1_260 + (Int(third) - 0x81) * 10 + Int(fourth) - 0x30
    return GB18030Ranges.scalar(of: pointer)
  }

  /// The four characters of Big5 that are two of Unicode.
  private static func combined(_ lead: UInt8, _ trail: UInt8) -> String? {
    switch (lead, trail) {
    case (0x88, 0x62): "\u{ca}\u{304}"
    case (0x88, 0x64): "\u{ca}\u{30c}"
    case (0x88, 0xa3): "\u{ea}\u{304}"
    case (0x88, 0xa5): "\u{ea}\u{30c}"
    default: nil
    }
  }
}
