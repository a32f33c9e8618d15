/// Character encodings under their IANA names.

/// An encoding of text as bytes.
struct TextEncoding {
  /// How the encoding works.
  private enum Scheme {
    case utf8
    case utf16(isBigEndian: Bool, hasMark: Bool)
    case ascii
    case codePage(CodePage)
    case multiByte(MultiByteEncoding)
    case ebcdic(EBCDICPage)
  }

  let name: String
  private let scheme: Scheme

  /// Finds an encoding by its name, in upper or lower case; nil when it is not supported.
  init?(_ name: String) {
    let words = name.split(whereSeparator: \.isWhitespace)
    guard words.count == 1 else { return nil }
    let name = String(words[0])
    if let page = CodePage(name.lowercased()) {
      self.name = page.name
      scheme = .codePage(page)
      return
    }
    if let encoding = MultiByteEncoding(name.lowercased()) {
      self.name = encoding.name
      scheme = .multiByte(encoding)
      return
    }
    if let page = EBCDICPage(name.lowercased()) {
      self.name = page.name
      scheme = .ebcdic(page)
      return
    }
    self.name = name
    switch name.lowercased() {
    case "utf-8", "csutf8": scheme = .utf8
    case "utf-16le", "csutf16le": scheme = .utf16(isBigEndian: false, hasMark: false)
    case "utf-16be", "csutf16be": scheme = .utf16(isBigEndian: true, hasMark: false)
    case "utf-16", "csutf16": scheme = .utf16(isBigEndian: true, hasMark: true)
    case "us-ascii", "iso646-us", "iso_646.irv:1991", "ansi_x3.4-1968", "ansi_x3.4-1986", "iso-ir-6", "us", "ibm367", "cp367", "csascii":
      scheme = .ascii
    default: return nil
    }
  }

  /// The bytes of a text, or nil when a character has none.
  func encode(_ text: String) -> [UInt8]? {
    switch scheme {
    case .utf8: return Array(text.utf8)
    case .multiByte(let encoding): return encoding.encode(text)
    case .ebcdic(let page):
      let bytes = text.unicodeScalars.compactMap { page.byte($0.value) }
      return bytes.count == text.unicodeScalars.count ? bytes : nil
    case .utf16(let isBigEndian, let hasMark):
      let units = (hasMark ? [0xfeff] : []) + Array(text.utf16)
      return units.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
        return isBigEndian ? [high, low] : [low, high]
      }
    case .ascii: return text.utf8.allSatisfy { $0 < 128 } ? Array(text.utf8) : nil
    case .codePage(let page):
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        if scalar.isASCII {
          bytes.append(UInt8(scalar.value))
        } else if scalar != "\u{fffd}", let position = page.upperHalf.firstIndex(of: scalar) {
          bytes.append(UInt8(128 + position))
        } else {
          return nil
        }
      }
      return bytes
    }
  }

  /// The text that bytes stand for, or nil when some of them stand for nothing.
  func decode(_ bytes: [UInt8]) -> String? {
    switch scheme {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .multiByte(let encoding): return encoding.decode(bytes)
    case .ebcdic(let page):
      var text = String.UnicodeScalarView()
      text.append(contentsOf: bytes.compactMap { Unicode.Scalar(page.scalar($0)) })
      return String(text)
    case .utf16(var isBigEndian, let hasMark):
      var units: [UInt16] = []
      for index in stride(from: 0, to: bytes.count - 1, by: 2) {
        units.append(UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]))
      }
      if hasMark, let first = units.first, first == 0xfeff || first == 0xfffe {
        isBigEndian = first == 0xfeff
        units.removeFirst()
      }
      let text = String(decoding: isBigEndian ? units : units.map(\.byteSwapped), as: UTF16.self)
      // The reference reads what is broken as U+FFFD, and takes this character for an error wherever it comes from.
      return bytes.count % 2 == 0 && !text.unicodeScalars.contains("\u{fffd}") ? text : nil
    case .ascii: return bytes.allSatisfy { $0 < 128 } ? String(decoding: bytes, as: UTF8.self) : nil
    case .codePage(let page):
      var text = String.UnicodeScalarView()
      for byte in bytes {
        let scalar = byte < 128 ? Unicode.Scalar(byte) : page.upperHalf[Int(byte) - 128]
        if scalar == "\u{fffd}" { return nil }
        text.append(scalar)
      }
      return String(text)
    }
  }
}
