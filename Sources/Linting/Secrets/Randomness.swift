/// Tells text that a machine has drawn from text that a person has written.
///
/// Two measures beside entropy, which alone does not tell a long name from a short token: how many neighbouring letters are ones that words are made
/// of, and how often the text goes from one class of characters to another.
enum Randomness {
  /// Whether text is likely to have been drawn: of the characters of tokens alone, and neither words nor a sequence. Linear time.
  ///
  /// - Parameter minimum: the least length; shorter text is never drawn.
  static func isDrawn(_ bytes: [UInt8], minimum: Int = 16) -> Bool {
    guard bytes.count >= minimum, bytes.count <= 4096, bytes.allSatisfy({ CharacterClass.token.contains($0) }) else {
      return false
    }
    if isSequence(bytes) { return false }
    let digits = bytes.count { CharacterClass.digits.contains($0) }
    if digits == bytes.count { return false }
    if bytes.allSatisfy({ CharacterClass.hexadecimal.contains($0) }) {
      return digits > 0 && bytes.count >= max(20, minimum) && entropy(bytes) > 2.8
    }
    let letters = Letters(bytes)
    if digits == 0, letters.pairs < 11 { return false }
    guard entropy(bytes) > (bytes.count < 24 ? 3.0 : 3.5) else { return false }
    // Names of this length have marks between their words, and digits at the ends; pronounceable passwords have neither.
    let isUnbroken = bytes.count >= 24 && letters.changes >= 4 && bytes.allSatisfy { CharacterClass.alphanumeric.contains($0) }
    return letters.changes * 5 >= bytes.count || isUnbroken && digits >= 2 || !letters.areWords
  }

  /// Whether the letters of a text are those of words.
  static func isWords(_ bytes: [UInt8]) -> Bool {
    let letters = Letters(bytes)
    return letters.areWords && letters.changes * 5 < bytes.count
  }

  /// Whether most characters follow the one before in the alphabet or among the digits, or repeat it.
  static func isSequence(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    guard bytes.count > 3 else { return false }
    var steps = 0
    var previous: UInt8?
    for byte in bytes {
      if let previous, byte == previous || byte == previous &+ 1 || byte == previous &- 1 { steps += 1 }
      previous = byte
    }
    return steps * 2 >= bytes.count - 1
  }

  /// Few distinct characters for its length.
  static func isRepetitive(_ bytes: [UInt8]) -> Bool {
    let distinct = Set(bytes).count
    return distinct <= 3 || distinct < 8 && distinct <= bytes.count / 8
  }

  /// Bits for each character, by the shares of the characters in the text. (Shannon)
  static func entropy(_ bytes: [UInt8]) -> Double {
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let total = Double(bytes.count)
    var result = 0.0
    for count in counts where count > 0 {
      let share = Double(count) / total
      result -= share * BinaryLogarithm.of(share)
    }
    return result
  }

  /// What the letters of a text look like.
  private struct Letters {
    /// Neighbouring letters, without those where a capital begins a word.
    var pairs = 0
    /// Those of them that words are made of.
    var common = 0
    /// Between letters and digits, and from capitals to small letters inside of a word and back.
    var changes = 0

    init(_ bytes: [UInt8]) {
      var previous: UInt8 = 0
      for byte in bytes {
        let isLower = CharacterClass.lower.contains(byte)
        let isUpper = CharacterClass.upper.contains(byte)
        let wasLower = CharacterClass.lower.contains(previous)
        let wasUpper = CharacterClass.upper.contains(previous)
        if isLower || isUpper, wasLower || wasUpper {
          if wasLower && isUpper {
            changes += 1
          } else {
            pairs += 1
            if Self.isCommon(previous | 0x20, byte | 0x20) { common += 1 }
          }
        } else if CharacterClass.alphanumeric.contains(byte), CharacterClass.alphanumeric.contains(previous),
          CharacterClass.digits.contains(byte) != CharacterClass.digits.contains(previous)
        {
          changes += 1
        }
        previous = byte
      }
    }

    var areWords: Bool { pairs < 5 ? false : common * 20 >= pairs * (pairs < 10 ? 15 : 13) }

    private static func isCommon(_ first: UInt8, _ second: UInt8) -> Bool {
      let row = successors[Int(first) - 97]
      return row & (1 << UInt32(second - 97)) != 0
    }

    /// For each letter the letters behind it that make up most of the pairs in technical words.
    private static let successors: [UInt32] = [
      "bcdgilmnprstuy", "aeilou", "acehiklortu", "adeios", "acdefglmnprstvx", "aefilo", "aegilr", "aeio", "acdefgmnoprstvz",
      "aeou", "aeis",
      "adeilostuy", "aeimop", "acdefginost", "cdglmnoprstuvw", "aehiloprtu", "u", "acdeikmnorstuvy", "acehimopstu", "acehiorstuy",
      "abdelmnprst",
      "aeio", "aehio", "it", "ps", "eo",
    ].map { letters in letters.utf8.reduce(0) { $0 | 1 << UInt32($1 - 97) } }
  }
}

/// The logarithm to base 2, without the C library's, so that every platform gives the same digits.
enum BinaryLogarithm {
  /// Of a number above 0 and up to 1; exact to about 12 digits.
  static func of(_ number: Double) -> Double {
    guard number > 0 else { return 0 }
    var result = Double(number.exponent)
    // The significand is in 1..<2; its logarithm by the series of artanh.
    let ratio = (number.significand - 1) / (number.significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    var divisor = 1.0
    while divisor < 40 {
      sum += term / divisor
      term *= square
      divisor += 2
    }
    result += 2 * sum / 0.693_147_180_559_945_3
    return result
  }
}
