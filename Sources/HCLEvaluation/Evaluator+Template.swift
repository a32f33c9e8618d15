import Diagnostics
import HCLSyntax
import HCLValues
import SourceText

/// Strings with parts. (HCL specification, "Templates".)
extension Evaluator {
  mutating func template(_ tree: SyntaxTree, _ node: NodeID, _ parts: NodeList) -> Value {
    if parts.count == 0 { return .string("") }
    if parts.count == 1, case .templateLiteral = tree.expression(tree.node(parts, 0)) {
      return .string(tree.string(tree.node(parts, 0)))
    }
    var builder = TemplateBuilder()
    for position in 0..<parts.count {
      let part = tree.node(parts, position)
      let (result, failed) = checked(tree, part)
      if failed {
        builder.isKnown = false
        builder.failed = true
        continue
      }
      append(result, to: &builder, tree, part, context: node)
      guard builder.length <= Self.maximumTextLength else { return bounded(.string(builder.text), tree, node) }
    }
    return bounded(builder.value, tree, node)
  }

  mutating func templateJoin(_ tree: SyntaxTree, _ node: NodeID, _ loop: NodeID) -> Value {
    let (sequence, failed) = checked(tree, loop)
    if failed { return .unknown(.string) }
    guard let elements = sequence.elements else {
      var origin = sequence.origin
      if case .forExpression(let collection, _)? = origin {
        origin = .forExpression(over: collection, source: closedSource(tree, node, text: quotedTemplate(tree.file.text(tree.range(node)))))
      }
      return Value(.unknown(.string, .notNull), marks: sequence.marks.subtracting(.open), origin: origin)
    }
    var builder = TemplateBuilder()
    builder.marks = sequence.marks.subtracting(.open)
    for element in elements {
      append(element, to: &builder, tree, node, context: node)
      guard builder.length <= Self.maximumTextLength else { return bounded(.string(builder.text), tree, node) }
    }
    return bounded(builder.value, tree, node)
  }

  /// A part of a template as a template of its own; one of several lines came from a heredoc.
  private func quotedTemplate(_ text: String) -> String {
    text.utf8.contains(0x0A) ? "trimsuffix(<<TEXT\n\(text)\nTEXT\n, \"\\n\")" : "\"\(text)\""
  }

  /// Adds a part. One that has no text is an error and leaves the others as they are, as in the reference.
  private mutating func append(_ part: Value, to builder: inout TemplateBuilder, _ tree: SyntaxTree, _ node: NodeID, context: NodeID) {
    if part.isNull {
      report(
        "null-in-template", "A null value in a template",
        "The result of this part is null, which has no text. Use a conditional or coalesce to give it one.", tree, node, context: context)
      return
    }
    do throws(ConversionError) {
      builder.append(try part.converted(to: .string), original: part)
    } catch {
      report(
        "not-a-string-in-template", "A value in a template has no text",
        "Only strings, numbers and bools can be part of a template. \(error.message)", tree, node, context: context)
    }
  }
}

/// Collects the parts of a template; literal neighbours are merged.
private struct TemplateBuilder {
  var isKnown = true
  /// A part could not be evaluated: what is known of the others says nothing of the whole.
  var failed = false
  var marks: Marks = []
  private(set) var text = ""
  var length: Int { text.utf8.count }
  private var parts: [Value] = []
  private var pending = ""
  private var hasOrigin = false
  private var knownPrefix: String?

  mutating func append(_ part: Value, original: Value) {
    marks.formUnion(part.marks)
    if case .string(let literal) = part.content {
      text += literal
      if part.origin == nil && original.origin == nil {
        pending += literal
        return
      }
      hasOrigin = true
      flush()
      parts.append(original)
      return
    }
    if isKnown { knownPrefix = text }
    isKnown = false
    flush()
    // A template inside of a template is part of it.
    if case .template(let inner)? = original.origin, original.marks.isEmpty {
      for piece in inner {
        if case .string(let literal) = piece.content, piece.origin == nil {
          pending += literal
        } else {
          flush()
          parts.append(piece)
        }
      }
    } else {
      parts.append(original)
    }
    hasOrigin = true
  }

  private mutating func flush() {
    if pending.isEmpty { return }
    parts.append(.string(pending))
    pending = ""
  }

  var value: Value {
    mutating get {
      flush()
      // One part alone that is already a string is the template's value.
      let origin: Origin? =
        !hasOrigin ? nil : parts.count == 1 && parts[0].type == .string && parts[0].origin != nil ? parts[0].origin : .template(parts)
      if isKnown { return Value(.string(text), marks: marks, origin: origin).normalised() }
      let refinements = failed ? .notNull : Refinements.prefix(Refinements.safePrefix(knownPrefix?.prefix(bytes: 128) ?? ""))
      return Value(.unknown(.string, refinements), marks: marks, origin: origin)
    }
  }
}

extension Value {
  /// Joined strings may need normalisation where they meet.
  fileprivate func normalised() -> Value {
    guard case .string(let text) = content else { return self }
    var result = Value.string(text)
    result.marks = marks
    result.origin = origin
    return result
  }
}

extension String {
  /// The beginning, of so many bytes at most.
  fileprivate func prefix(bytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: limit)
    while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}
