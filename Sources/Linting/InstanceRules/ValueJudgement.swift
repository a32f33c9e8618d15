import Diagnostics
import HCLEvaluation
import HCLValues
import Schemas

/// What is known of the values of one attribute, from the schema and from a table.
struct ValueRequirement: Sendable {
  var allowedValues: [String] = []
  var isCaseInsensitive = false
  var pattern: String?
  var minimumLength: Int?
  var maximumLength: Int?

  var isEmpty: Bool { allowedValues.isEmpty && pattern == nil && minimumLength == nil && maximumLength == nil }

  init(_ facts: ValueFacts?, _ entry: ValueTable.Entry?) {
    if let facts, !facts.isGuess {
      allowedValues = (facts.allowedValues ?? []).map(\.text)
      isCaseInsensitive = facts.isCaseInsensitive
      pattern = facts.pattern
      minimumLength = facts.length?.minimum
      maximumLength = facts.length?.maximum
    }
    guard isEmpty, let entry else { return }
    allowedValues = entry.allowedValues
    pattern = entry.pattern
    minimumLength = entry.minimumLength
    maximumLength = entry.maximumLength
  }

  /// What is wrong with a value, in words that follow the attribute's name, and the value that is likely to be meant.
  ///
  /// Allowed values age: one that is not in the list is wrong when it is nearly one that is, or has a shape that none of them has; anything
  /// else is wrong in strict judgement only.
  func problem(_ text: String, strict: Bool) -> (message: String, suggestion: String?)? {
    if !allowedValues.isEmpty { return problemAmongAllowed(text, strict: strict) }
    let count = text.unicodeScalars.count
    if let minimumLength, count < minimumLength { return ("has \(count) characters, and at least \(minimumLength) are needed", nil) }
    if let maximumLength, count > maximumLength { return ("has \(count) characters, and at most \(maximumLength) are allowed", nil) }
    guard let pattern, let search = RuleLanguage.functions["regexall"] else { return nil }
    guard let found = try? search.body([.string(pattern), .string(text)], .none), case .list(_, let hits) = found.content, hits.isEmpty else {
      return nil
    }
    return ("is \(quotedHCL(text)), which does not match \(pattern)", nil)
  }

  private func problemAmongAllowed(_ text: String, strict: Bool) -> (message: String, suggestion: String?)? {
    if allowedValues.contains(text) { return nil }
    let lowered = text.lowercased()
    if let other = allowedValues.first(where: { $0.lowercased() == lowered }) {
      return isCaseInsensitive ? nil : ("is \(quotedHCL(text)); letter case matters: \(quotedHCL(other))", other)
    }
    if let near = NearMiss.candidate(for: text, among: allowedValues) {
      return ("is \(quotedHCL(text)), which is no such value; did you mean \(quotedHCL(near))?", near)
    }
    if NearMiss.hasImpossibleShape(text, among: allowedValues) || strict {
      let shown = allowedValues.count <= 8 ? ": \(allowedValues.joined(separator: ", "))" : ""
      return ("is \(quotedHCL(text)), which is none of the \(allowedValues.count) values known\(shown)", nil)
    }
    return nil
  }
}

/// Tells a slip from a value that is newer than the list.
enum NearMiss {
  /// The allowed value that a text is likely to mean.
  ///
  /// Words with digits name generations and versions, which come and go: they must be equal. Of the others one may differ by a slip.
  static func candidate(for text: String, among allowed: [String]) -> String? {
    let words = words(text)
    let known = Set(allowed.lazy.flatMap { Self.words($0) })
    var best: String?
    for candidate in allowed {
      let others = Self.words(candidate)
      if others.count != words.count {
        // A separator that is missing or too many, between words without digits.
        if others.joined() == words.joined() { return candidate }
        continue
      }
      let different = words.indices.filter { words[$0] != others[$0] }
      if different.isEmpty { return candidate }
      guard different.count == 1, let position = different.first else { continue }
      let (word, other) = (words[position], others[position])
      // A word that other values have is meant as it stands.
      if known.contains(word) || word.utf8.count < 4 || other.utf8.count < 4 || hasDigit(word) || hasDigit(other) { continue }
      if suggestedName(for: word, among: [other]) != nil, best == nil { best = candidate }
    }
    return best
  }

  /// Whether a text cannot be a value of the list however new it is: it has white space, or lacks the separator that all of them have.
  static func hasImpossibleShape(_ text: String, among allowed: [String]) -> Bool {
    func hasSpace(_ text: String) -> Bool { text.utf8.contains { $0 <= 0x20 } }
    if hasSpace(text), !allowed.contains(where: hasSpace) { return true }
    guard allowed.count >= 5 else { return false }
    return [".", ":", "/"].contains { mark in !text.contains(mark) && allowed.allSatisfy { $0.contains(mark) } }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func hasDigit(_ word: String) -> Bool { word.utf8.contains { (0x30...0x39).contains($0) } }
}
