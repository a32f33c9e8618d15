import HCLValues
import PackedData
import Schemas
import TerraformModel

/// Arguments whose value the service does not know: one rule for each provider, over the values that schema and table list.
protocol InvalidValueRule: InstanceRule {
  static var provider: String { get }
  static var table: ValueTable { get }
}

extension InvalidValueRule {
  static var typePrefix: String { provider + "_" }

  static func described(_ name: String) -> RuleMetadata {
    RuleMetadata(
      name: "\(provider)-invalid-value", summary: "An argument has a value that \(name) does not accept", category: .correctness,
      severity: .medium, tags: ["values"], equivalents: RuleEquivalents(["tflint": table.ids]),
      why: """
        A misspelt value is found when the change is applied, often after other resources have been made already. The provider checks some \
        of its arguments while it plans, and most of them not at all.
        """,
      help: """
        Write one of the values that the service accepts. A value that is newer than the list is not reported unless it is nearly one of \
        the list; the parameter strict reports every value that is not in it.
        """)
  }

  static var parameters: [String: RuleParameter] {
    let summary = "Whether every value that is not in the list is reported, however new it may be."
    return ["strict": RuleParameter(name: "strict", defaultValue: .bool(false), summary: summary)]
  }

  static func problems(of subject: InstanceSubject, strict: Bool) -> [InstanceProblem] {
    guard let schema = subject.value.schema else { return [] }
    var result: [InstanceProblem] = []
    walk(subject.value.values, schema, AttributePath(), subject.memory, strict, &result)
    return result
  }

  private static func walk(
    _ values: Attributes, _ schema: BlockSchema, _ path: AttributePath, _ memory: LintMemory, _ strict: Bool, _ result: inout [InstanceProblem]
  ) {
    for (name, value) in values.pairs {
      let place = path.appending(.attribute(name))
      if let nested = schema.nestedBlock(name) {
        guard !nested.isOpaque, path.steps.count < 32, case .list(_, let elements) = value.content.asList else { continue }
        for (index, element) in elements.enumerated() {
          guard case .object(let attributes) = element.content else { continue }
          walk(attributes, nested.block, place.appending(.index(index)), memory, strict, &result)
        }
      } else if let attribute = schema.attribute(name), !attribute.isSensitive, !value.marks.contains(.sensitive) {
        let key = "\(schema.path).\(name)"
        let requirement = memory.requirement(key) { ValueRequirement(schema.facts(of: name), table.entry(key)) }
        if let requirement { judge(value, place, requirement, key, name, strict, &result) }
      }
    }
  }

  private static func isComposed(_ value: Value) -> Bool {
    switch value.origin {
    case nil, .variable, .moduleOutput, .instanceKey, .workspace: false
    case .reference, .data, .index, .attribute, .splat, .template, .call, .conditional, .operation, .forExpression, .opaque: true
    }
  }

  private static func judge(
    _ value: Value, _ path: AttributePath, _ requirement: ValueRequirement, _ key: String, _ name: String, _ strict: Bool,
    _ result: inout [InstanceProblem]
  ) {
    switch value.content {
    case .string(let text):
      // An empty text stands for what is not set.
      // What is put together has its shape from values that are others where the module is used; what comes from another resource is
      // judged there.
      if text.isEmpty || (requirement.allowedValues.isEmpty && isComposed(value)) { return }
      guard let (message, suggestion) = requirement.problem(text, strict: strict) else { return }
      let equivalents = table.entry(key).map { RuleEquivalents(["tflint": $0.ids]) } ?? RuleEquivalents()
      result.append(
        InstanceProblem(path: path, value: value, message: "\(name) \(message)", equivalents: equivalents, suggestion: suggestion))
    case .list(_, let elements), .tuple(let elements):
      for (index, element) in elements.enumerated() where !requirement.allowedValues.isEmpty {
        judge(element, path.appending(.index(index)), requirement, key, name, strict, &result)
      }
    case .set(_, let elements):
      for element in elements where !requirement.allowedValues.isEmpty { judge(element, path, requirement, key, name, strict, &result) }
    case .null, .unknown, .bool, .number, .map, .object: break
    }
  }
}

extension Value.Content {
  /// Blocks as a list, whichever collection holds them.
  fileprivate var asList: Value.Content {
    switch self {
    case .tuple(let elements), .set(_, let elements): .list(element: .dynamic, elements)
    case .object: .list(element: .dynamic, [Value(self)])
    case .null, .unknown, .bool, .number, .string, .list, .map: self
    }
  }
}

/// Values of arguments of AWS resources.
enum AWSInvalidValue: InvalidValueRule {
  static let provider = "aws"
  static let table = ValueTable(EmbeddedData.files.file("aws/aws-invalid-value.txt"))
  static let metadata: RuleMetadata = described("AWS")
  static let examples = [
    RuleExample(
      name: "a misspelt instance type",
      source: "resource \"aws_instance\" \"web\" {\n  ami           = \"ami-0abcdef1234567890\"\n  instance_type = \"t3.mircro\"\n}\n",
      isFlagged: true),
    RuleExample(
      name: "a billing mode in small letters",
      source: "resource \"aws_dynamodb_table\" \"t\" {\n  name         = \"t\"\n  billing_mode = \"pay_per_request\"\n}\n", isFlagged: true),
    RuleExample(
      name: "an instance type that may be newer than the list",
      source: "resource \"aws_instance\" \"web\" {\n  ami           = \"ami-0abcdef1234567890\"\n  instance_type = \"m97x.large\"\n}\n",
      isFlagged: false),
  ]
}

/// Values of arguments of Azure resources.
enum AzureInvalidValue: InvalidValueRule {
  static let provider = "azurerm"
  static let table = ValueTable(EmbeddedData.files.file("azurerm/azurerm-invalid-value.txt"))
  static let metadata: RuleMetadata = described("Azure")
  static let examples = [
    RuleExample(
      name: "a misspelt kind of web test",
      source:
        "resource \"azurerm_application_insights_web_test\" \"ping\" {\n  name                    = \"ping\"\n  location                = \"westeurope\"\n  resource_group_name     = \"web\"\n  application_insights_id = \"insights\"\n  kind                    = \"pinng\"\n  geo_locations           = [\"emea-nl-ams-azr\"]\n  configuration           = \"<WebTest/>\"\n}\n",
      isFlagged: true),
    RuleExample(
      name: "a kind that exists",
      source:
        "resource \"azurerm_application_insights_web_test\" \"ping\" {\n  name                    = \"ping\"\n  location                = \"westeurope\"\n  resource_group_name     = \"web\"\n  application_insights_id = \"insights\"\n  kind                    = \"ping\"\n  geo_locations           = [\"emea-nl-ams-azr\"]\n  configuration           = \"<WebTest/>\"\n}\n",
      isFlagged: false),
  ]
}

/// Values of arguments of Google resources.
enum GoogleInvalidValue: InvalidValueRule {
  static let provider = "google"
  static let table = ValueTable(EmbeddedData.files.file("google/google-invalid-value.txt"))
  static let metadata: RuleMetadata = described("Google Cloud")
  static let examples = [
    RuleExample(
      name: "a misspelt kind of address",
      source: "resource \"google_compute_address\" \"web\" {\n  name         = \"web\"\n  address_type = \"EXTERNL\"\n}\n", isFlagged: true),
    RuleExample(
      name: "a name in capital letters", source: "resource \"google_compute_address\" \"web\" {\n  name = \"WEB\"\n}\n", isFlagged: true),
    RuleExample(
      name: "a kind that exists",
      source: "resource \"google_compute_address\" \"web\" {\n  name         = \"web\"\n  address_type = \"EXTERNAL\"\n}\n", isFlagged: false),
  ]
}
