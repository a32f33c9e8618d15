import SourceText

/// What packed rules look at, found without parsing them.
extension RuleCatalog {
  /// The subjects of a rule's parts: lines of the form `  resource "aws_x" {`, up to the prose.
  ///
  /// - Parameter defined: what the subjects of `.subject.hcl` files stand for.
  static func subjects(in bytes: UnsafeBufferPointer<UInt8>, defined: [String: [Subject]]) -> [Subject] {
    var result: [Subject] = []
    forEachHeader(in: bytes, indentation: 2...2) { word, labels in
      if word == "why" || word == "help" || word == "example" { return false }
      if word == "subject" {
        for label in labels { result += defined[label] ?? [] }
      } else if let kind = RuleSubject(rawValue: word) {
        for label in kind.hasLabels ? labels : ["*"] { result.append(Subject(kind: kind, pattern: label)) }
      }
      return true
    }
    return result
  }

  /// What the subjects of a file stand for, by name.
  static func definedSubjects(in bytes: UnsafeBufferPointer<UInt8>) -> [String: [Subject]] {
    var result: [String: [Subject]] = [:]
    var name = ""
    forEachHeader(in: bytes, indentation: 0...2) { word, labels in
      if word == "subject", let label = labels.first { name = label }
      if let kind = RuleSubject(rawValue: word) { result[name, default: []] += labels.map { Subject(kind: kind, pattern: $0) } }
      return true
    }
    return result
  }

  /// Calls back for each line that begins with a word, with the texts in quotes behind it, until the answer is false.
  ///
  /// - Parameter indentation: how many spaces may stand in front of the word.
  private static func forEachHeader(
    in bytes: UnsafeBufferPointer<UInt8>, indentation: ClosedRange<Int>, _ body: (_ word: String, _ labels: [String]) -> Bool
  ) {
    var position = 0
    while position < bytes.count {
      var end = position
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var start = position
      while start < end, bytes[start] == 0x20 { start += 1 }
      let spaces = start - position
      position = end + 1
      guard indentation.contains(spaces), start < end, CharacterClass.lower.contains(bytes[start]) else { continue }
      // Most lines are arguments, which are passed over without a look at their words.
      if bytes[end - 1] != UInt8(ascii: "{"), !isProse(UnsafeBufferPointer(rebasing: bytes[start..<end])) { continue }
      let words = bytes[start..<end].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard let word = words.first else { continue }
      let labels = words.dropFirst().filter { $0.hasPrefix("\"") && $0.hasSuffix("\"") && $0.utf8.count > 2 }
      if !body(word, labels.map { String($0.dropFirst().dropLast()) }) { return }
    }
  }

  /// Whether a line begins an argument of prose: `why` or `help`.
  private static func isProse(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.starts(with: "why".utf8) || line.starts(with: "help".utf8)
  }
}
