/// Functions of the built-in provider. (Terraform, `terraform.io/builtin/terraform`.)

import HCLEvaluation
import HCLValues

enum ProviderFunctions {
  static let all = [decodeVariables, encodeExpression, encodeVariables]

  static let encodeExpression = Function(
    "provider::terraform::encode_expr", "Writes a value as an HCL expression.",
    [.init("expr", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true)],
    example: ("provider::terraform::encode_expr([1, \"a\"])", "\"[1, \\\"a\\\"]\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    guard arguments.areWhollyKnown else { return .unknown(.string) }
    return .string(try hclText(arguments[0], indent: 0))
  }

  static let encodeVariables = Function(
    "provider::terraform::encode_tfvars", "Writes an object as the content of a .tfvars file.", [.init("value", .dynamic)],
    example: ("provider::terraform::encode_tfvars({a = 1})", "\"a = 1\\n\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    guard let attributes = arguments[0].attributes else {
      throw FunctionError("an object is required, whose attributes are the variables, not \(arguments[0].type)", argument: 0)
    }
    guard arguments.areWhollyKnown else { return .unknown(.string) }
    let width = attributes.keys.map(\.count).max() ?? 0
    var text = ""
    for (name, value) in attributes.pairs {
      guard isIdentifier(name) else { throw FunctionError("\(quotedHCL(name)) cannot be the name of a variable", argument: 0) }
      text += name + String(repeating: " ", count: width - name.count) + " = " + (try hclText(value, indent: 0)) + "\n"
    }
    return .string(text)
  }

  static let decodeVariables = Function(
    "provider::terraform::decode_tfvars", "Reads the content of a .tfvars file as an object.", [.init("src", .string)],
    example: ("provider::terraform::decode_tfvars(\"a = 1\\n\")", "{a = 1}"),
    type: { arguments throws(FunctionError) in arguments[0].isKnown ? try readVariables(try arguments.string(0)).type : .dynamic }
  ) { (arguments, _) throws(FunctionError) in
    try readVariables(try arguments.string(0))
  }

  /// A value as an expression, formatted as `terraform fmt` does.
  private static func hclText(_ value: Value, indent: Int) throws(FunctionError) -> String {
    guard indent < FunctionLimit.nesting else {
      throw FunctionError("the value is nested deeper than the limit of \(FunctionLimit.nesting)")
    }
    switch value.content {
    case .null: return "null"
    case .unknown: throw FunctionError("the value is not known")
    case .bool(let flag): return flag ? "true" : "false"
    case .number(let number):
      guard !number.isInfinite else { throw FunctionError("infinity cannot be written as an expression") }
      return number.text
    case .string(let text): return quotedHCL(text)
    case .list(_, let elements), .set(_, let elements), .tuple(let elements):
      var parts: [String] = []
      for element in elements { parts.append(try hclText(element, indent: indent)) }
      return "[" + parts.joined(separator: ", ") + "]"
    case .map(_, let attributes), .object(let attributes):
      guard !attributes.isEmpty else { return "{}" }
      let padding = String(repeating: "  ", count: indent + 1)
      let names = attributes.keys.map { isIdentifier($0) ? $0 : quotedHCL($0) }
      let width = names.map(\.count).max() ?? 0
      var text = "{\n"
      for (name, element) in zip(names, attributes.values) {
        text += padding + name + String(repeating: " ", count: width - name.count) + " = "
        text += try hclText(element, indent: indent + 1) + "\n"
      }
      return text + String(repeating: "  ", count: indent) + "}"
    }
  }
}
