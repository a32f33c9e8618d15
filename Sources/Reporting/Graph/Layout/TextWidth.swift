/// How wide text is in a usual sans-serif font, without asking one: the widths are those of Arial with some room, because which font
/// shows the text is decided elsewhere.
enum TextWidth {
  /// Widths of U+0020 to U+007E in thousandths of the font's size.
  private static let widths: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
  private static let reserve = 1.1
  private static let boldReserve = 1.07

  /// - Parameter size: of the font, in pixels.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var total = 0
    for character in text {
      if let ascii = character.asciiValue, ascii >= 0x20, Int(ascii) - 0x20 < widths.count {
        total += widths[Int(ascii) - 0x20]
      } else {
        total += 600 * DisplayWidth.columns(character)
      }
    }
    return Double(total) / 1000 * size * reserve * (isBold ? boldReserve : 1)
  }
}
