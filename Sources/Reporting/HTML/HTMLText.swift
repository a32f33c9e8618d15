/// Text as it may stand in HTML, in elements and in attributes within quotation marks. (WHATWG, "HTML", section 13.1.)
enum HTMLText {
  /// Nothing of it is markup any more, and what cannot be seen or would turn the direction of text is shown by its code point.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case _ where character.isNewline: result += "\n"
      default:
        // A cluster may begin with a character of markup and go on with others.
        for scalar in DisplayWidth.visible(character).unicodeScalars { result += escaped(scalar) }
      }
    }
    return result
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: String(scalar)
    }
  }
}
