import HCLEvaluation
import HCLValues
import TerraformModel

/// JSON and YAML text as values, and policy documents in one form.
enum DocumentFunctions {
  static func all(_ reader: DocumentReader) -> [Function] {
    [
      RuleFunctions.function(
        "parsed", "The value that JSON or YAML text stands for, whichever way it was written; null when it is neither.",
        [RuleFunctions.anything("text")]
      ) { arguments, context throws(FunctionError) in
        let text = arguments[0]
        if text.isNullContent { return Value(.null(.dynamic)) }
        switch reader.read(text, context) {
        case .value(let value): return value
        case .notADocument: return Value(.null(.dynamic))
        case .notKnown: return Value(.unknown(.dynamic, .none), origin: text.origin)
        }
      },
      RuleFunctions.function(
        "policy_statements",
        "The statements of an IAM policy, written as JSON text, with jsonencode or as a policy document data source, in one normal form.",
        [RuleFunctions.anything("document")]
      ) { arguments, context throws(FunctionError) in
        PolicyReader(documents: reader, context: context).statements(of: arguments[0])
      },
    ]
  }
}

/// Finds the structure behind text: what `jsonencode` was given, or the text parsed, with unknown parts in their places.
struct DocumentReader: Sendable {
  enum Result {
    case value(Value)
    case notADocument
    case notKnown
  }

  let functions: FunctionTable
  let index: GraphIndex

  func read(_ text: Value, _ context: FunctionContext) -> Result {
    switch text.origin {
    case .call("jsonencode", let arguments)? where arguments.count == 1,
      .call("yamlencode", let arguments)? where arguments.count == 1:
      return .value(arguments[0])
    case .call, .template, .reference, .data, .variable, .conditional, .index, .attribute, .splat, .operation, .forExpression,
      .moduleOutput, .instanceKey, .workspace, .opaque, nil:
      break
    }
    switch text.content {
    case .string(let source): return parse(source, context)
    case .null, .bool, .number: return .notADocument
    case .list, .set, .map, .tuple, .object: return .value(text)
    case .unknown:
      guard case .template(let parts)? = text.origin else { return .notKnown }
      return parseTemplate(parts, context)
    }
  }

  private func parse(_ source: String, _ context: FunctionContext) -> Result {
    for name in ["jsondecode", "yamldecode"] {
      guard let function = functions[name] else { continue }
      do throws(FunctionError) {
        let value = try function.body([Value(.string(source))], context)
        if value.knownElements != nil { return .value(value) }
      } catch { continue }
    }
    return .notADocument
  }

  /// Unknown parts become markers, and the strings that hold markers become unknown again.
  private func parseTemplate(_ parts: [Value], _ context: FunctionContext) -> Result {
    var source = ""
    var unknowns: [Value] = []
    for part in parts {
      if let text = part.knownText {
        source += text
      } else if part.isUnknownContent {
        source += "\u{E000}\(unknowns.count)\u{E001}"
        unknowns.append(part)
      } else {
        source += OriginText.display(part)
      }
    }
    guard case .value(let value) = parse(source, context) else { return .notKnown }
    return .value(restore(value, unknowns, depth: 0))
  }

  private func restore(_ value: Value, _ unknowns: [Value], depth: Int) -> Value {
    guard depth < 256 else { return value }
    switch value.content {
    case .string(let text):
      guard let start = text.firstIndex(of: "\u{E000}"), let end = text[start...].firstIndex(of: "\u{E001}"),
        let index = Int(text[text.index(after: start)..<end]), unknowns.indices.contains(index)
      else { return value }
      return Value(.unknown(.string, .none), marks: unknowns[index].marks, origin: unknowns[index].origin)
    case .tuple(let elements): return Value(.tuple(elements.map { restore($0, unknowns, depth: depth + 1) }))
    case .list(_, let elements): return Value(.tuple(elements.map { restore($0, unknowns, depth: depth + 1) }))
    case .object(let attributes), .map(_, let attributes):
      return Value(.object(attributes.mapValues { restore($0, unknowns, depth: depth + 1) }))
    case .null, .unknown, .bool, .number, .set: return value
    }
  }
}
