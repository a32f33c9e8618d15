/// Case mapping of one code point to one code point, as Go does it: `ß` has no upper case, `İ` becomes `i`.

extension String {
  /// Every code point in its simple upper case.
  var simpleUppercase: String { mappingScalars { $0.simpleUppercase } }

  /// Every code point in its simple lower case.
  var simpleLowercase: String { mappingScalars { $0.simpleLowercase } }

  /// The first code point of each word in its simple title case; the others stay. Words are separated by what is neither letter,
  /// digit nor underscore.
  var simpleTitle: String {
    var isInWord = false
    return mappingScalars { scalar in
      defer { isInWord = !scalar.isWordSeparator }
      return isInWord ? scalar : scalar.simpleTitlecase
    }
  }

  private func mappingScalars(_ transform: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars { result.append(transform(scalar)) }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var simpleUppercase: Unicode.Scalar {
    switch value {
    // Small Greek letters with iota subscript: the full mapping is two letters, the simple one a letter with adscript.
    case 0x1f80...0x1f87, 0x1f90...0x1f97, 0x1fa0...0x1fa7: Unicode.Scalar(value + 8) ?? self
    case 0x1fb3: "\u{1fbc}"
    case 0x1fc3: "\u{1fcc}"
    case 0x1ff3: "\u{1ffc}"
    default: properties.uppercaseMapping.onlyScalar ?? self
    }
  }

  fileprivate var simpleLowercase: Unicode.Scalar {
    self == "\u{130}" ? "i" : properties.lowercaseMapping.onlyScalar ?? self
  }

  fileprivate var simpleTitlecase: Unicode.Scalar {
    properties.titlecaseMapping.onlyScalar ?? simpleUppercase
  }

  fileprivate var isWordSeparator: Bool {
    if value < 0x80 {
      return !(("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self) || self == "_")
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: return false
    default: return properties.isWhitespace
    }
  }
}

extension String {
  fileprivate var onlyScalar: Unicode.Scalar? {
    unicodeScalars.count == 1 ? unicodeScalars.first : nil
  }
}
