import SourceText

/// A comment that silences findings, as read from the source.
struct SuppressionComment: Sendable {
  /// What the comment covers.
  enum Extent: Sendable {
    /// Its own line, or what begins on the next line: an attribute, or a block as a whole.
    case place
    /// The block that it stands in.
    case enclosingBlock
    case file
  }

  /// Rule names or ids of other tools; `*` for all.
  var names: [String]
  var extent: Extent
  var reason: String
  /// Behind this date (year-month-day) it holds no longer.
  var expiry: String?
  /// Whether what it silences must exist: ours are reported when unknown or unused, those of other tools may be about what we do not check.
  var isOurs: Bool
  var range: SourceRange

  /// The suppressions that a comment holds. (docs/rules-language.md, "Suppressions".)
  ///
  /// - Parameter text: what it says, where that is not the text of its place.
  static func read(_ range: SourceRange, text: String? = nil) -> [SuppressionComment] {
    guard mayHoldMarker(range) else { return [] }
    let text = content(text ?? range.text)
    var result: [SuppressionComment] = []
    for (marker, read) in readers {
      guard let found = text.firstRange(of: marker) else { continue }
      result += read(String(text[found.upperBound...]), range)
    }
    return result
  }

  /// Whether the bytes hold one of the words of which every marker has one: most comments have none and are not looked at further.
  private static func mayHoldMarker(_ range: SourceRange) -> Bool {
    let bytes = range.file.bytes[Int(range.bytes.start)..<min(Int(range.bytes.end), range.file.bytes.count)]
    return ["ignore", "skip=", "kics-scan"].contains { contains(bytes, Array($0.utf8)) }
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    var position = bytes.startIndex
    while position + word.count <= bytes.endIndex {
      if bytes[position] == word[0], bytes[position..<position + word.count].elementsEqual(word) { return true }
      position += 1
    }
    return false
  }

  private typealias Reader = @Sendable (String, SourceRange) -> [SuppressionComment]

  private static let readers: [(marker: String, read: Reader)] = [
    ("terrane:ignore-file", { list($0, .file, isOurs: true, $1) }),
    ("terrane:ignore ", { list($0, .place, isOurs: true, $1) }),
    ("tflint-ignore-file:", { list($0, .file, isOurs: false, $1) }),
    ("tflint-ignore:", { list($0, .place, isOurs: false, $1) }),
    ("checkov:skip=", { checkov($0, $1) }), ("bridgecrew:skip=", { checkov($0, $1) }), ("cortex:skip=", { checkov($0, $1) }),
    ("trivy:ignore:", { colons($0, $1) }), ("tfsec:ignore:", { colons($0, $1) }),
    ("kics-scan ignore-line", { _, range in [SuppressionComment(["*"], .place, range)] }),
    ("kics-scan ignore-block", { _, range in [SuppressionComment(["*"], .place, range)] }),
    ("kics-scan ignore ", { _, range in [SuppressionComment(["*"], .file, range)] }),
    ("kics-scan disable=", { list($0, .file, isOurs: false, $1) }),
  ]

  private init(_ names: [String], _ extent: Extent, _ range: SourceRange, reason: String = "", expiry: String? = nil, isOurs: Bool = false) {
    self.names = names
    self.extent = extent
    self.reason = reason
    self.expiry = expiry
    self.isOurs = isOurs
    self.range = range
  }

  /// The text without the marks of the comment.
  private static func content(_ comment: String) -> String {
    var text = Substring(comment)
    for opening in ["//", "#", "/*"] where text.hasPrefix(opening) {
      text = text.dropFirst(opening.count)
      break
    }
    if text.hasSuffix("*/") { text = text.dropLast(2) }
    return String(text.drop { $0 == " " || $0 == "\t" || $0 == "#" }).trimmed + " "
  }

  /// `a, b exp:2026-01-31 -- reason`
  private static func list(_ text: String, _ extent: Extent, isOurs: Bool, _ range: SourceRange) -> [SuppressionComment] {
    var names = text
    var reason = ""
    for separator in isOurs ? [" --"] : [" #", " --"] {
      guard let found = names.firstRange(of: separator) else { continue }
      reason = String(names[found.upperBound...]).trimmed
      names = String(names[..<found.lowerBound])
    }
    let words = names.split { $0 == "," || $0 == " " || $0 == "\n" }
    let expiry = words.first { $0.hasPrefix("exp:") }.map { String($0.dropFirst(4)) }
    let list = words.filter { !$0.hasPrefix("exp:") }.flatMap { $0.split(separator: ":") }.map { $0 == "all" ? "*" : String($0) }
    return [SuppressionComment(list, extent, range, reason: reason, expiry: expiry, isOurs: isOurs)]
  }

  /// `ID,ID:reason`, inside of the block that it is about.
  private static func checkov(_ text: String, _ range: SourceRange) -> [SuppressionComment] {
    let parts = text.trimmed.split(separator: ":", maxSplits: 1)
    let names = (parts.first ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    let reason = parts.count > 1 ? String(parts[1]).trimmed : ""
    return [SuppressionComment(names, .enclosingBlock, range, reason: reason)]
  }

  /// `ID:exp:2026-01-31`, with further markers behind it.
  private static func colons(_ text: String, _ range: SourceRange) -> [SuppressionComment] {
    guard let first = text.split(separator: " ").first else { return [] }
    var result: [SuppressionComment] = []
    let fields = first.split(separator: ":").map(String.init)
    guard var name = fields.first else { return [] }
    // A filter on attributes narrows it; it is taken as written for the whole place.
    if let bracket = name.firstIndex(of: "[") { name = String(name[..<bracket]) }
    let expiry = fields.firstIndex(of: "exp").flatMap { fields.indices.contains($0 + 1) ? fields[$0 + 1] : nil }
    result.append(SuppressionComment([name], .place, range, expiry: expiry))
    for rest in text.split(separator: " ").dropFirst() {
      for marker in ["trivy:ignore:", "tfsec:ignore:"] where rest.hasPrefix(marker) {
        result += colons(String(rest.dropFirst(marker.count)), range)
      }
    }
    return result
  }
}

extension String {
  /// Without spaces at both ends.
  var trimmed: String {
    var text = Substring(self)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop { $0.isWhitespace })
  }
}
