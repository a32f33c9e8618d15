/// Character encodings under their IANA names.

/// An encoding of text as bytes.
struct TextEncoding {
  /// How the encoding works.
  private enum Scheme {
    case utf8
    case utf16(isBigEndian: Bool, hasMark: Bool)
    /// One byte for each character: ASCII below 128, and the given characters for the bytes that differ from Latin-1.
    case singleByte([UInt8: UInt32], limit: Int)
    case codePage(CodePage)
  }

  let name: String
  private let scheme: Scheme

  /// Finds an encoding by its name, in upper or lower case; nil when it is not supported.
  init?(_ name: String) {
    let lower = name.lowercased()
    if let scheme = Self.scheme(lower) {
      self.name = name
      self.scheme = scheme
    } else if let page = CodePage(lower) {
      self.name = page.name
      scheme = .codePage(page)
    } else {
      return nil
    }
  }

  /// Of the encodings that are no code pages.
  private static func scheme(_ name: String) -> Scheme? {
    switch name {
    case "utf-8", "utf8", "csutf8": return .utf8
    case "utf-16le", "csutf16le": return .utf16(isBigEndian: false, hasMark: false)
    case "utf-16be", "csutf16be": return .utf16(isBigEndian: true, hasMark: false)
    case "utf-16", "csutf16": return .utf16(isBigEndian: true, hasMark: true)
    case "us-ascii", "ascii", "iso646-us", "ansi_x3.4-1968", "iso-ir-6", "us", "ibm367", "cp367", "csascii":
      return .singleByte([:], limit: 128)
    case "iso-8859-1", "iso_8859-1", "latin1", "l1", "ibm819", "cp819", "iso-ir-100", "csisolatin1":
      return .singleByte([:], limit: 256)
    case "iso-8859-15", "iso_8859-15", "latin-9", "csiso885915": return .singleByte(Self.latin9, limit: 256)
    case "windows-1252", "cswindows1252", "cp1252": return .singleByte(Self.windows1252, limit: 256)
    default: return nil
    }
  }

  /// The bytes of a text, or nil when a character has none.
  func encode(_ text: String) -> [UInt8]? {
    switch scheme {
    case .utf8: return Array(text.utf8)
    case .utf16(let isBigEndian, let hasMark):
      let units = (hasMark ? [0xfeff] : []) + Array(text.utf16)
      return units.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
        return isBigEndian ? [high, low] : [low, high]
      }
    case .singleByte(let differences, let limit):
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        if let byte = differences.first(where: { $0.value == scalar.value })?.key {
          bytes.append(byte)
        } else if scalar.value < limit, let byte = UInt8(exactly: scalar.value), differences[byte] == nil {
          bytes.append(byte)
        } else {
          return nil
        }
      }
      return bytes
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

  /// The text that bytes stand for, or nil when they stand for none. Invalid parts of UTF-8 and UTF-16 become U+FFFD.
  func decode(_ bytes: [UInt8]) -> String? {
    switch scheme {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
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
      return bytes.count % 2 == 0 ? text : text + "\u{fffd}"
    case .singleByte(let differences, let limit):
      var text = String.UnicodeScalarView()
      for byte in bytes {
        guard byte < limit, let scalar = Unicode.Scalar(differences[byte] ?? UInt32(byte)) else { return nil }
        text.append(scalar)
      }
      return String(text)
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

  private static let latin9: [UInt8: UInt32] = [
    0xa4: 0x20ac, 0xa6: 0x160, 0xa8: 0x161, 0xb4: 0x17d, 0xb8: 0x17e, 0xbc: 0x152, 0xbd: 0x153, 0xbe: 0x178,
  ]
  private static let windows1252: [UInt8: UInt32] = [
    0x80: 0x20ac, 0x82: 0x201a, 0x83: 0x192, 0x84: 0x201e, 0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021, 0x88: 0x2c6, 0x89: 0x2030,
    0x8a: 0x160, 0x8b: 0x2039, 0x8c: 0x152, 0x8e: 0x17d, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201c, 0x94: 0x201d, 0x95: 0x2022,
    0x96: 0x2013, 0x97: 0x2014, 0x98: 0x2dc, 0x99: 0x2122, 0x9a: 0x161, 0x9b: 0x203a, 0x9c: 0x153, 0x9e: 0x17e, 0x9f: 0x178,
  ]
}
