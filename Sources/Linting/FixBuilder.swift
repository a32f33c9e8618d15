import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformModel

/// Turns a rule's `fix` into edits of the source: as few bytes as possible, everything else stays as it is written.
struct FixBuilder {
  /// The value of an expression of the rule; nil when there is none.
  private let evaluate: (ExpressionSyntax) -> Value?
  private var edits: [TextEdit] = []

  /// - Parameters:
  ///   - path: the element that was judged; the resource itself when nil.
  ///   - evaluate: gives the values to write.
  /// - Returns: nil when the place is not written as a block of the native syntax, or a value is not known.
  static func fix(
    _ rule: RuleFix, in subject: RuleSubjectValue, at path: AttributePath?, evaluate: (ExpressionSyntax) -> Value?
  ) -> Fix? {
    guard let root = subject.source.block, !root.tree.file.path.hasSuffix(".json"), let block = block(at: path ?? AttributePath(), in: root)
    else { return nil }
    return withoutActuallyEscaping(evaluate) { evaluate in
      var builder = FixBuilder(evaluate: evaluate)
      guard builder.change(block, rule.change), !builder.edits.isEmpty else { return nil }
      let title = rule.title ?? builder.title(of: rule.change)
      return Fix(title: title, safety: rule.isSafe ? .safe : .unsafe, edits: builder.edits)
    }
  }

  private init(evaluate: @escaping (ExpressionSyntax) -> Value?) { self.evaluate = evaluate }

  private static func block(at path: AttributePath, in root: BlockSyntax) -> BlockSyntax? {
    var block = root
    var steps = path.steps[...]
    while case .attribute(let name)? = steps.first {
      steps = steps.dropFirst()
      let blocks = block.body.blocks(ofType: name)
      var index = 0
      if case .index(let position)? = steps.first {
        index = position
        steps = steps.dropFirst()
      }
      guard blocks.indices.contains(index) else { return nil }
      block = blocks[index]
    }
    return steps.isEmpty ? block : nil
  }

  private func title(of change: RuleFix.Change) -> String {
    var parts = change.assignments.map { "set \($0.name) = \(evaluate($0.expression).flatMap { HCLSource.text(of: $0) } ?? "")" }
    parts += change.removals.map { "remove \($0)" }
    parts += change.blocks.map { "set \($0.name)" }
    return parts.joined(separator: ", ")
  }

  // MARK: Changes

  /// Adds the edits that change a block; false when one of them is not possible.
  ///
  /// What is written as a reference stays: its value is decided elsewhere, for every use of it, and is to be mended there.
  private mutating func change(_ block: BlockSyntax, _ change: RuleFix.Change) -> Bool {
    let indentation = SourceLines.indentation(at: block.range.bytes.start, in: block.tree.file) + "  "
    var added: [String] = []
    for (name, expression) in change.assignments {
      guard let value = evaluate(expression), let text = HCLSource.text(of: value) else { return false }
      if let attribute = block.body.attribute(name) {
        var refers = false
        attribute.expression.forEachScopeTraversal { _ in refers = true }
        if refers { return false }
        if attribute.expression.text != text { edits.append(TextEdit(range: attribute.expression.range, replacement: text)) }
      } else {
        added.append("\(indentation)\(name) = \(text)")
      }
    }
    for name in change.removals { edits += removals(of: name, in: block) }
    var addedBlocks: [String] = []
    for (name, inner) in change.blocks {
      let existing = block.body.blocks(ofType: name)
      if existing.isEmpty {
        // What a dynamic block makes cannot be added to.
        if block.body.blocks(ofType: "dynamic").contains(where: { $0.labels.first?.value == name }) { return false }
        guard let text = source(of: name, inner, indentation) else { return false }
        addedBlocks.append(text)
      }
      for one in existing { guard self.change(one, inner) else { return false } }
    }
    return insert(added, addedBlocks, into: block)
  }

  private func removals(of name: String, in block: BlockSyntax) -> [TextEdit] {
    let ranges = (block.body.attribute(name).map { [$0.range] } ?? []) + block.body.blocks(ofType: name).map(\.range)
    return ranges.map { TextEdit(range: SourceLines.wholeLines($0), replacement: "") }
  }

  /// A block that does not stand there yet.
  private func source(of name: String, _ change: RuleFix.Change, _ indentation: String) -> String? {
    var lines: [String] = []
    for (attribute, expression) in change.assignments {
      guard let value = evaluate(expression), let text = HCLSource.text(of: value) else { return nil }
      lines.append("\(indentation)  \(attribute) = \(text)")
    }
    for (inner, nested) in change.blocks {
      guard let text = source(of: inner, nested, indentation + "  ") else { return nil }
      lines.append((lines.isEmpty ? "" : "\n") + text)
    }
    return lines.isEmpty ? "\(indentation)\(name) {}" : "\(indentation)\(name) {\n\(lines.joined(separator: "\n"))\n\(indentation)}"
  }

  // MARK: Insertion

  /// Puts arguments behind the last argument and blocks at the end, each on lines of its own.
  private mutating func insert(_ arguments: [String], _ blocks: [String], into block: BlockSyntax) -> Bool {
    if arguments.isEmpty, blocks.isEmpty { return true }
    let file = block.tree.file
    let end = Int(block.range.bytes.end)
    guard let opening = file.bytes[Int(block.headerRange.end)..<end].firstIndex(of: UInt8(ascii: "{")), end > opening + 1,
      file.bytes[end - 1] == UInt8(ascii: "}")
    else { return false }
    let inside = ByteRange(start: UInt32(opening + 1), end: UInt32(end - 1))
    if !file.bytes[Int(inside.start)..<Int(inside.end)].contains(0x0A) { return spread(inside, arguments, blocks, block) }
    if !arguments.isEmpty { edits.append(argumentsEdit(arguments, inside, block)) }
    if !blocks.isEmpty {
      // The closing brace stands on a line of its own.
      let line = file.lineIndex.range(ofLine: file.lineIndex.line(at: inside.end), in: file.bytes)
      let isEmptyBody = block.body.items.isEmpty && arguments.isEmpty
      let text = (isEmptyBody ? "" : "\n") + blocks.joined(separator: "\n\n") + "\n"
      edits.append(TextEdit(range: SourceRange(file: file, bytes: ByteRange(start: line.start, end: line.start)), replacement: text))
    }
    return true
  }

  private func argumentsEdit(_ arguments: [String], _ inside: ByteRange, _ block: BlockSyntax) -> TextEdit {
    let file = block.tree.file
    guard let last = block.body.attributes.last else {
      return TextEdit(
        range: SourceRange(file: file, bytes: ByteRange(start: inside.start, end: inside.start)),
        replacement: "\n" + arguments.joined(separator: "\n"))
    }
    let end = last.range.bytes.end
    // A heredoc ends with the line of its marker, the line break included.
    if end > 0, file.bytes[Int(end) - 1] == 0x0A {
      return TextEdit(
        range: SourceRange(file: file, bytes: ByteRange(start: end, end: end)), replacement: arguments.joined(separator: "\n") + "\n")
    }
    // A comment at the end of the line stays with its argument.
    let line = file.lineIndex.range(ofLine: file.lineIndex.line(at: end), in: file.bytes)
    var position = line.end
    while position > end, [0x0A, 0x0D].contains(file.bytes[Int(position) - 1]) { position -= 1 }
    return TextEdit(
      range: SourceRange(file: file, bytes: ByteRange(start: position, end: position)), replacement: "\n" + arguments.joined(separator: "\n"))
  }

  /// A block on one line becomes one with a line for each argument.
  private mutating func spread(_ inside: ByteRange, _ arguments: [String], _ blocks: [String], _ block: BlockSyntax) -> Bool {
    let file = block.tree.file
    let indentation = SourceLines.indentation(at: block.range.bytes.start, in: file)
    // The edits of what stands there already would lie inside of this one.
    guard !edits.contains(where: { inside.contains($0.range.bytes) }) else { return false }
    let kept = block.body.attributes.map { "\(indentation)  \($0.range.text)" } + block.body.blocks.map { "\(indentation)  \($0.range.text)" }
    var text = "\n" + (kept + arguments).map { $0 + "\n" }.joined()
    for inner in blocks { text += (text == "\n" ? "" : "\n") + inner + "\n" }
    edits.append(TextEdit(range: SourceRange(file: file, bytes: inside), replacement: text + indentation))
    return true
  }
}

/// Lines of a file, for edits that leave no holes.
enum SourceLines {
  /// The white space that a line begins with.
  static func indentation(at offset: UInt32, in file: SourceFile) -> String {
    let line = file.lineIndex.range(ofLine: file.lineIndex.line(at: offset), in: file.bytes)
    return String(decoding: file.bytes[Int(line.start)..<Int(line.end)].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }

  /// The range with its indentation and line break when nothing else stands on its lines, and with an empty line behind it when one
  /// stands in front as well.
  static func wholeLines(_ range: SourceRange) -> SourceRange {
    let bytes = range.file.bytes
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var start = Int(range.bytes.start)
    while start > 0, isSpace(bytes[start - 1]) { start -= 1 }
    var end = Int(range.bytes.end)
    let endsLine = end > 0 && end <= bytes.count && bytes[end - 1] == 0x0A
    while !endsLine, end < bytes.count, isSpace(bytes[end]) { end += 1 }
    guard start == 0 || bytes[start - 1] == 0x0A, endsLine || end == bytes.count || bytes[end] == 0x0A else { return range }
    if !endsLine, end < bytes.count { end += 1 }
    // Of two empty lines, or one at the top, one goes.
    var before = start
    while before > 1, isSpace(bytes[before - 2]) { before -= 1 }
    if start == 0 || (before > 1 && bytes[before - 2] == 0x0A) {
      var next = end
      while next < bytes.count, isSpace(bytes[next]) { next += 1 }
      if next < bytes.count, bytes[next] == 0x0A { end = next + 1 }
    }
    return SourceRange(file: range.file, bytes: ByteRange(start: UInt32(start), end: UInt32(end)))
  }
}

/// Values as HCL text.
enum HCLSource {
  /// The text of a literal; nil when something in the value is not known.
  static func text(of value: Value) -> String? {
    switch value.content {
    case .null: return "null"
    case .bool(let truth): return truth ? "true" : "false"
    case .number(let number): return number.description
    case .string(let text): return quotedHCL(text)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      let parts = elements.compactMap(text)
      return parts.count == elements.count ? "[\(parts.joined(separator: ", "))]" : nil
    case .map(_, let attributes), .object(let attributes):
      let parts = attributes.pairs.compactMap { key, element in
        text(of: element).map { "\(HCLValues.isIdentifier(key) ? key : quotedHCL(key)) = \($0)" }
      }
      return parts.count == attributes.count ? "{ \(parts.joined(separator: ", ")) }" : nil
    case .unknown: return nil
    }
  }
}
