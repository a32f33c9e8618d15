import Documents
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Data sources and resources whose results follow from their arguments alone: they are computed here instead of being unknown.
///
/// A part that is not known makes the result unknown, with the origin that it has anyway; what is secret in the arguments is secret in the
/// result.
struct LocalResults {
  let address: ResourceAddress
  let functions: FunctionTable
  let context: FunctionContext

  /// Whether a type has results that are computed here.
  static func covers(_ address: ResourceAddress) -> Bool {
    switch address.mode {
    case .managed: address.type == "terraform_data"
    case .data: ["aws_iam_policy_document", "aws_arn", "template_file", "null_data_source", "cloudinit_config"].contains(address.type)
    case .ephemeral: false
    }
  }

  /// Whether the result is one of the arguments as it is, which holds under every binding.
  static func passesOn(_ address: ResourceAddress) -> Bool { address.type == "terraform_data" || address.type == "null_data_source" }

  /// The results that can be computed; those that depend on something unknown are left out.
  ///
  /// - Parameter arguments: what the configuration sets.
  func results(_ arguments: Attributes) -> Attributes {
    let marks = Value.object(arguments).deepMarks.intersection([.sensitive, .ephemeral])
    let results: [(String, Value)]
    switch address.type {
    case "terraform_data": return Attributes([("output", arguments["input"] ?? .null())])
    case "null_data_source":
      return Attributes([("outputs", arguments["inputs"] ?? Value(.null(.map(.string))))] + (arguments["has_computed_default"].map { [("has_computed_default", $0)] } ?? []))
    case "aws_iam_policy_document": results = PolicyDocumentText.results(arguments)
    case "aws_arn": results = Self.arn(arguments)
    case "template_file": results = rendered(arguments)
    case "cloudinit_config": results = CloudInitText.results(arguments)
    default: results = []
    }
    return Attributes(results.map { ($0, $1.withMarks(marks)) })
  }

  /// `arn:partition:service:region:account:resource`
  private static func arn(_ arguments: Attributes) -> [(String, Value)] {
    guard let text = arguments["arn"]?.stringValue else { return [] }
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0] == "arn" else { return [] }
    let names = ["partition", "service", "region", "account", "resource"]
    return [("id", .string(text))] + zip(names, parts.dropFirst()).map { ($0, .string($1)) }
  }

  /// The template with its variables, all of which are texts. (template provider, data source `template_file`.)
  private func rendered(_ arguments: Attributes) -> [(String, Value)] {
    guard let template = arguments["template"]?.stringValue else { return [] }
    let variables = arguments["vars"] ?? .emptyObject
    guard variables.isKnown else { return [] }
    let (expression, problems) = parseTemplate(SourceFile(path: "<\(address)>", text: template))
    guard problems.isEmpty else { return [] }
    var evaluator = Evaluator(scope: VariableScope(variables.attributes ?? Attributes()), functions: functions, context: context)
    let value = evaluator.evaluate(expression)
    guard evaluator.diagnostics.isEmpty, value.isKnown, let text = try? value.converted(to: .string) else { return [] }
    return [("rendered", text)]
  }
}
