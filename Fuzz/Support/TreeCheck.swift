import Diagnostics
import Glibc
import HCLSyntax
import SourceText

/// Runs a check of one input, and fails when it takes more than a second of the processor.
func timed(_ check: () -> Void) {
  var start = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
  check()
  var end = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
  precondition(end.tv_sec - start.tv_sec < 2, "an input takes more than a second")
}

/// The bytes of an input as a file.
func inputFile(_ data: UnsafePointer<UInt8>?, _ count: Int) -> SourceFile {
  SourceFile(path: "input", bytes: Array(UnsafeBufferPointer(start: data, count: count)))
}

/// Fails when an error has no place, or one outside of its file.
func check(_ diagnostics: [Diagnostic], _ file: SourceFile) {
  for diagnostic in diagnostics {
    guard let subject = diagnostic.subject else { preconditionFailure("an error without a place") }
    for range in [subject] + diagnostic.related.map(\.range) {
      check(range.bytes, file)
      precondition(range.start.line >= 1 && range.end.line >= range.start.line, "a range without lines")
    }
  }
}

private func check(_ range: ByteRange, _ file: SourceFile) {
  precondition(range.start <= range.end && Int(range.end) <= file.bytes.count, "a range leaves the file")
}

/// Fails when something in a body has a range outside of its file.
func check(_ body: BodySyntax) {
  let file = body.tree.file
  check(body.tree.range(body.id), file)
  for item in body.items {
    switch item {
    case .attribute(let attribute):
      check(attribute.range.bytes, file)
      check(attribute.nameRange, file)
      check(attribute.expression)
    case .block(let block):
      check(block.range.bytes, file)
      check(block.typeRange, file)
      check(block.headerRange, file)
      for label in block.labels { check(label.range, file) }
      check(block.body)
    }
  }
}

/// Fails when something in an expression has a range outside of its file.
func check(_ expression: ExpressionSyntax) {
  let tree = expression.tree
  func visit(_ id: NodeID) {
    check(tree.range(id), tree.file)
    func all(_ list: NodeList) { for index in 0..<list.count { visit(tree.node(list, index)) } }
    func steps(_ list: StepList) {
      for index in 0..<list.count {
        let (step, range) = tree.step(list, index)
        check(range, tree.file)
        if case .index(let key) = step { visit(key) }
      }
    }
    switch tree.expression(id) {
    case .invalid, .null, .bool, .number, .anonymousSymbol: break
    case .templateLiteral: _ = tree.string(id)
    case .template(let parts): all(parts)
    case .templateWrap(let inner), .templateJoin(let inner), .unary(_, let inner), .parentheses(let inner), .objectKey(let inner, _):
      visit(inner)
    case .scopeTraversal(_, let list): steps(list)
    case .relativeTraversal(let source, let list):
      visit(source)
      steps(list)
    case .functionCall(_, let arguments, _):
      check(tree.functionNameRange(id), tree.file)
      all(arguments)
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise].forEach(visit)
    case .index(let left, let right), .splat(let left, let right), .binary(_, let left, let right): [left, right].forEach(visit)
    case .tuple(let list), .object(let list): all(list)
    case .forExpression(let clauses):
      visit(clauses.collection)
      visit(clauses.valueResult)
      if let key = clauses.keyResult { visit(key) }
      if let condition = clauses.condition { visit(condition) }
    }
  }
  visit(expression.id)
}

/// A dump without its ranges, so that trees of differently laid out text compare.
func withoutRanges(_ dump: String) -> [Substring] {
  dump.split(separator: "\n").map { line in line.lastIndex(of: " ").map { line[..<$0] } ?? line }
}
