/// Functions that render templates. The evaluator parses and evaluates them through the context. (Terraform language, "templatefile".)

import HCLEvaluation
import HCLValues

enum TemplateFunctions {
  static let all = [templatefile, templatestring]

  private static let variables = FunctionParameter("vars", .dynamic)

  static let templatefile = Function(
    "templatefile", "Renders the template in a file with variables.", [.init("path", .string), variables],
    neverReturnsNull: false, example: ("templatefile(\"hello.tftpl\", { name = \"Ada\" })", "\"Hello, Ada!\""),
    type: { _ throws(FunctionError) in .dynamic }
  ) { (arguments, context) throws(FunctionError) in
    let values = try variableValues(arguments)
    guard let content = try FilesystemFunctions.content(arguments, context) else { return .unknown(.dynamic) }
    guard let source = String(validating: content, as: UTF8.self) else {
      throw FunctionError("the template is not valid UTF-8", argument: 0)
    }
    return try rendered(source, try arguments.string(0), values, context)
  }

  static let templatestring = Function(
    "templatestring", "Renders a template that a string holds with variables.", [.init("template", .string), variables],
    neverReturnsNull: false, example: ("templatestring(\"Hello, $${name}!\", { name = \"Ada\" })", "\"Hello, Ada!\""),
    type: { _ throws(FunctionError) in .dynamic }
  ) { (arguments, context) throws(FunctionError) in
    try rendered(try arguments.string(0), "<templatestring argument>", try variableValues(arguments), context)
  }

  private static func rendered(
    _ source: String, _ name: String, _ variables: Attributes, _ context: FunctionContext
  ) throws(FunctionError) -> Value {
    try context.renderTemplate(source, name, variables, context.templateDepth + 1)
  }

  private static func variableValues(_ arguments: [Value]) throws(FunctionError) -> Attributes {
    guard let entries = arguments[1].attributes else {
      throw FunctionError("the variables must be a map or an object, not \(arguments[1].type.description)", argument: 1)
    }
    for name in entries.keys where !isIdentifier(name) {
      throw FunctionError(
        "\(quotedHCL(name)) cannot be the name of a template variable: names start with a letter and go on with letters, digits and underscores",
        argument: 1)
    }
    return entries
  }
}
