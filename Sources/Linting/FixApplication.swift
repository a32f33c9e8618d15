import Diagnostics
import HCLSyntax
import SourceText

/// Applies fixes to files in memory.
///
/// Each fix is applied as a whole or not at all. Fixes whose edits touch the same bytes wait for another pass, and a file that did not
/// parse, or would not parse afterwards, is left as it is. Line endings of the file are kept, and a file in canonical form stays so.
/// Files in JSON syntax are not edited.
public struct FixApplication: Sendable {
  /// The files that change, by path, with their text before and after.
  public private(set) var files: [String: (before: SourceFile, after: [UInt8])] = [:]
  /// The fixes that were applied, by their positions in the list.
  public private(set) var applied: [Int] = []

  /// - Parameter fixes: in the order in which they win over one another.
  public init(_ fixes: [Fix]) {
    var accepted: [Int] = []
    var edits: [ObjectIdentifier: [TextEdit]] = [:]
    for (position, fix) in fixes.enumerated() where Self.isApplicable(fix, beside: edits) {
      accepted.append(position)
      for edit in fix.edits { edits[ObjectIdentifier(edit.range.file), default: []].append(edit) }
    }
    while let texts = Self.texts(accepted.map { fixes[$0] }) {
      let broken = Set(texts.filter { !Self.parses(SourceFile(path: $0.key.path, bytes: $0.value)) }.map { ObjectIdentifier($0.key) })
      if broken.isEmpty {
        applied = accepted
        for (file, text) in texts where text != file.bytes { files[file.path] = (file, Self.formatted(text, like: file)) }
        return
      }
      accepted = Self.harmless(accepted, fixes, broken)
    }
  }

  /// Of the fixes of broken files those that leave them whole, added one by one.
  private static func harmless(_ accepted: [Int], _ fixes: [Fix], _ broken: Set<ObjectIdentifier>) -> [Int] {
    var kept = accepted.filter { position in !fixes[position].edits.contains { broken.contains(ObjectIdentifier($0.range.file)) } }
    for position in accepted where !kept.contains(position) {
      let texts = texts((kept + [position]).map { fixes[$0] }) ?? []
      if texts.allSatisfy({ parses(SourceFile(path: $0.key.path, bytes: $0.value)) }) { kept.append(position) }
    }
    return kept.sorted()
  }

  /// Two fixes of the same finding as one; the first alone when they would clash.
  static func joining(_ first: Fix, _ second: Fix) -> Fix {
    let added = second.edits.filter { !first.edits.contains($0) }
    if added.isEmpty || added.contains(where: { edit in first.edits.contains { $0.range.file === edit.range.file && clashes($0, edit) } }) {
      return first
    }
    let safety = first.safety == .safe && second.safety == .safe ? Fix.Safety.safe : .unsafe
    return Fix(title: "\(first.title), \(second.title)", safety: safety, edits: first.edits + added)
  }

  // MARK: Edits

  private static func isApplicable(_ fix: Fix, beside edits: [ObjectIdentifier: [TextEdit]]) -> Bool {
    !fix.edits.isEmpty
      && fix.edits.enumerated().allSatisfy { position, edit in
        let file = edit.range.file
        return !file.path.hasSuffix(".json") && Int(edit.range.bytes.end) <= file.bytes.count
          && !((edits[ObjectIdentifier(file)] ?? []) + fix.edits[..<position].filter { $0.range.file === file }).contains { clashes($0, edit) }
      }
  }

  /// Whether two edits touch the same bytes, or add the same argument at the same place.
  private static func clashes(_ left: TextEdit, _ right: TextEdit) -> Bool {
    let (a, b) = (left.range.bytes, right.range.bytes)
    if a.isEmpty, b.isEmpty { return a.start == b.start && (name(left) == nil || name(left) == name(right)) }
    return a.start < b.end && b.start < a.end || (a.isEmpty && a.start == b.start) || (b.isEmpty && a.start == b.start)
  }

  /// The name that an added line begins with.
  private static func name(_ edit: TextEdit) -> String? {
    let word = edit.replacement.drop { $0 == "\n" || $0 == " " || $0 == "\t" }.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    return word.isEmpty || !edit.replacement.hasPrefix("\n") ? nil : String(word)
  }

  /// The texts of the files that fixes change; nil when there is none.
  private static func texts(_ fixes: [Fix]) -> [(key: SourceFile, value: [UInt8])]? {
    var files: [SourceFile] = []
    for edit in fixes.lazy.flatMap(\.edits) where !files.contains(where: { $0 === edit.range.file }) { files.append(edit.range.file) }
    if files.isEmpty { return nil }
    return files.map { file in
      let edits = fixes.flatMap(\.edits).filter { $0.range.file === file }.enumerated().sorted {
        ($0.element.range.bytes.start, $0.offset) < ($1.element.range.bytes.start, $1.offset)
      }
      var text: [UInt8] = []
      var position = 0
      for (_, edit) in edits {
        let start = max(position, Int(edit.range.bytes.start))
        text += file.bytes[position..<start]
        text += lineEndings(of: file, in: edit.replacement)
        position = max(start, Int(edit.range.bytes.end))
      }
      text += file.bytes[position...]
      return (file, text)
    }
  }

  private static func lineEndings(of file: SourceFile, in text: String) -> [UInt8] {
    guard let first = file.bytes.firstIndex(of: 0x0A), first > 0, file.bytes[first - 1] == 0x0D else { return Array(text.utf8) }
    return text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }

  // MARK: Files

  private static func parses(_ file: SourceFile) -> Bool {
    !parseConfiguration(file).diagnostics.contains { $0.severity == .error }
  }

  /// Arguments that are added shift the equals signs beside them: a file in canonical form is brought back to it.
  private static func formatted(_ text: [UInt8], like file: SourceFile) -> [UInt8] {
    guard format(file) == file.bytes else { return text }
    let formatted = format(SourceFile(path: file.path, bytes: text))
    return parses(SourceFile(path: file.path, bytes: formatted)) ? formatted : text
  }
}
