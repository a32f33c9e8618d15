import Diagnostics
import HCLSyntax
import HCLValues
import SourceText
import TerraformModel

/// Turns a rule's `fix` into edits of the source.
enum FixBuilder {
  /// - Parameters:
  ///   - assignments: attributes with the values to write.
  ///   - path: the element that was judged; the resource itself when nil.
  /// - Returns: nil when the place is not written as a block, or a value is not known.
  static func fix(_ rule: RuleFix, _ assignments: [(name: String, value: Value)], in subject: RuleSubjectValue, at path: AttributePath?) -> Fix? {
    guard let root = subject.source.block, let block = block(at: path ?? AttributePath(), in: root) else { return nil }
    var edits: [TextEdit] = []
    for (name, value) in assignments {
      guard let text = source(of: value) else { return nil }
      guard let edit = edit(name, text, in: block) else { return nil }
      edits.append(edit)
    }
    let title = rule.title ?? "set " + assignments.map { "\($0.name) = \(source(of: $0.value) ?? "")" }.joined(separator: ", ")
    return edits.isEmpty ? nil : Fix(title: title, safety: rule.isSafe ? .safe : .unsafe, edits: edits)
  }

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

  private static func edit(_ name: String, _ text: String, in block: BlockSyntax) -> TextEdit? {
    if let attribute = block.body.attribute(name) { return TextEdit(range: attribute.expression.range, replacement: text) }
    let file = block.tree.file
    // Behind the last attribute, so that blocks stay where they are; else behind the opening brace.
    if let last = block.body.attributes.last {
      let end = last.range.bytes.end
      let column = indentation(at: last.range.bytes.start, in: file)
      // A heredoc ends with the line of its marker, the line break included.
      let endsLine = end > 0 && file.bytes[Int(end) - 1] == 0x0A
      let insertion = endsLine ? "\(column)\(name) = \(text)\n" : "\n\(column)\(name) = \(text)"
      return TextEdit(range: SourceRange(file: file, bytes: ByteRange(start: end, end: end)), replacement: insertion)
    }
    guard let brace = file.bytes[Int(block.headerRange.end)..<Int(block.range.bytes.end)].firstIndex(of: UInt8(ascii: "{")) else { return nil }
    let column = indentation(at: block.range.bytes.start, in: file)
    let offset = UInt32(brace + 1)
    let isOneLine = !file.bytes[(brace + 1)..<Int(block.range.bytes.end)].contains(0x0A)
    return TextEdit(
      range: SourceRange(file: file, bytes: ByteRange(start: offset, end: offset)),
      replacement: isOneLine ? "\n\(column)  \(name) = \(text)\n\(column)" : "\n\(column)  \(name) = \(text)")
  }

  /// The white space that a line begins with.
  private static func indentation(at offset: UInt32, in file: SourceFile) -> String {
    let line = file.lineIndex.range(ofLine: file.lineIndex.line(at: offset), in: file.bytes)
    return String(decoding: file.bytes[Int(line.start)..<Int(line.end)].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }

  private static func source(of value: Value) -> String? {
    switch value.content {
    case .null: return "null"
    case .bool(let truth): return truth ? "true" : "false"
    case .number(let number): return number.description
    case .string(let text): return quotedHCL(text)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      let parts = elements.compactMap(source)
      return parts.count == elements.count ? "[\(parts.joined(separator: ", "))]" : nil
    case .map(_, let attributes), .object(let attributes):
      let parts = attributes.pairs.compactMap { key, element in
        source(of: element).map { "\(HCLValues.isIdentifier(key) ? key : quotedHCL(key)) = \($0)" }
      }
      return parts.count == attributes.count ? "{ \(parts.joined(separator: ", ")) }" : nil
    case .unknown: return nil
    }
  }
}
