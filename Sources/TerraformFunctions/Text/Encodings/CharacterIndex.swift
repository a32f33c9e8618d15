/// A table of characters by number, as encodings of several bytes refer to them. (Encoding Standard, "Indexes".)
///
/// Its text is a part of the executable and is read when an encoding is first used.
struct CharacterIndex: Sendable {
  private let scalars: [UInt32]
  private let pointers: [UInt32: Int32]

  /// - Parameters:
  ///   - text: lines with a number, a blank and the characters that have this number and those behind it.
  ///   - prefersLast: which number a character has that stands in the table twice.
  init(_ text: StaticString, prefersLast: Bool = false) {
    var scalars: [UInt32] = []
    var pointers: [UInt32: Int32] = [:]
    text.withUTF8Buffer { bytes in
      for line in String(decoding: bytes, as: UTF8.self).unicodeScalars.split(separator: "\n") {
        let digits = line.prefix { $0.value >= 48 && $0.value <= 57 }
        var pointer = digits.reduce(0) { $0 * 10 + Int($1.value) - 48 }
        for scalar in line.dropFirst(digits.count + 1) {
          while scalars.count <= pointer { scalars.append(0) }
          scalars[pointer] = scalar.value
          if prefersLast || pointers[scalar.value] == nil { pointers[scalar.value] = Int32(pointer) }
          pointer += 1
        }
      }
    }
    self.scalars = scalars
    self.pointers = pointers
  }

  /// The character of a number; nil where there is none.
  func scalar(_ pointer: Int) -> UInt32? {
    guard scalars.indices.contains(pointer), scalars[pointer] != 0 else { return nil }
    return scalars[pointer]
  }

  /// The number of a character; nil when it is not in the table.
  func pointer(_ scalar: UInt32) -> Int? { pointers[scalar].map { Int($0) } }

  static let gb18030 = CharacterIndex(gb18030Characters)
  static let big5 = CharacterIndex(big5Characters, prefersLast: true)
  static let korean = CharacterIndex(koreanCharacters)
  static let jis0208 = CharacterIndex(jis0208Characters)
  static let jis0212 = CharacterIndex(jis0212Characters)
}
