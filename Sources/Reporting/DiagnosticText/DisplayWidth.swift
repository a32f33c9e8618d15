/// How text looks in a terminal: columns of characters, and what cannot be seen made visible.
public enum DisplayWidth {
  /// The columns of a grapheme cluster: 2 for wide characters and emoji, 0 for marks that stand alone, else 1.
  public static func columns(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii >= 0x20 && ascii != 0x7F ? 1 : 0 }
    var widest = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F || scalar.properties.isEmojiPresentation { return 2 }
      widest = max(widest, columns(scalar))
    }
    return widest
  }

  /// The columns of a text on one line.
  public static func columns(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + columns($1) } }

  /// What to print for a grapheme cluster. Tabs become four blanks; control characters become their pictures (U+2400 and
  /// following); characters that would change the direction of text, or not be seen, become their code point.
  public static func visible(_ character: Character) -> String {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii != 0x7F { return String(character) }
    var output = ""
    for scalar in character.unicodeScalars {
      switch scalar.value {
      case 0x09: output += "    "
      case 0..<0x20: output.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: output += "\u{2421}"
      case 0x80..<0xA0, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        output += "<U+" + hexadecimal(scalar.value) + ">"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// Text on one line with everything visible; line breaks become blanks.
  static func visible(line text: String) -> String {
    text.reduce(into: "") { $0 += $1.isNewline ? " " : visible($1) }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // Wide and full-width characters of Unicode's East Asian Width, in ranges.
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,
      0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

/// Breaks text into lines of at most `width` columns at blanks; a word that is wider stands alone. Line breaks of the text stay, and
/// lines that begin with a blank are kept as they are.
func wrapped(_ text: String, width: Int) -> [String] {
  var output: [String] = []
  for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    let visible = DisplayWidth.visible(line: String(paragraph))
    guard visible.first != " ", DisplayWidth.columns(visible) > width else {
      output.append(visible)
      continue
    }
    var line = ""
    var lineWidth = 0
    for word in visible.split(separator: " ") {
      let wordWidth = DisplayWidth.columns(word)
      if !line.isEmpty, lineWidth + 1 + wordWidth > width {
        output.append(line)
        line = ""
        lineWidth = 0
      }
      if !line.isEmpty {
        line += " "
        lineWidth += 1
      }
      line += word
      lineWidth += wordWidth
    }
    output.append(line)
  }
  while output.last?.isEmpty == true { output.removeLast() }
  return output
}
