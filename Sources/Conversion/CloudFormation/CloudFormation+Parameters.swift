import Documents
import HCLValues
import TerraformModel

/// Root variables as template parameters. (CloudFormation user guide, "Parameters".)
extension CloudFormationTarget {
  /// The logical ID of a variable's parameter, declared when first used; nil when templates have no parameter of its type.
  func parameter(for variable: GraphVariable, in converter: inout Converter<Self>) throws(ConversionLoss) -> String? {
    if let known = converter.state.variableParameters[variable.name] { return known }
    guard let declaration = declaration(of: variable, in: &converter) else { return nil }
    let name = freeName(NameConvention.pascalCase(variable.name), in: converter)
    converter.state.variableParameters[variable.name] = name
    converter.state.parameters[name] = declaration
    return name
  }

  private func freeName(_ base: String, in converter: Converter<Self>) -> String {
    let base = base.isEmpty ? "Parameter" : base
    var name = base
    var number = 2
    while converter.state.parameters[name] != nil || converter.resources.contains(where: { $0.identifier == name }) {
      name = base + (number == 2 ? "Parameter" : "Parameter\(number)")
      number += 1
    }
    return name
  }

  private func declaration(of variable: GraphVariable, in converter: inout Converter<Self>) -> Document? {
    let value = variable.givenValue ?? variable.defaultValue
    var declaration = DocumentObject()
    var description = variable.summary ?? ""
    switch parameterType(variable.type, value) {
    case .text:
      declaration["Type"] = "String"
      if let value { declaration["Default"] = .string(value.isNull ? "" : value.scalarText ?? "") }
    case .number:
      declaration["Type"] = "Number"
      guard value.map({ !$0.isNull }) ?? true else { return nil }
      if let text = value?.scalarText { declaration["Default"] = .number(text) }
    case .bool:
      declaration["Type"] = "String"
      declaration["AllowedValues"] = ["true", "false"]
      guard value.map({ !$0.isNull }) ?? true else { return nil }
      if let text = value?.scalarText { declaration["Default"] = .string(text) }
    case .list:
      declaration["Type"] = "CommaDelimitedList"
      if let value, !value.isNull {
        guard let texts = value.elements?.map(\.scalarText), !texts.contains(where: { $0?.contains(",") ?? true }) else { return nil }
        declaration["Default"] = .string(texts.compactMap(\.self).joined(separator: ","))
      }
    case .none: return nil
    }
    if variable.isSensitive {
      declaration["NoEcho"] = true
      if variable.givenValue != nil { declaration["Default"] = variable.defaultValue?.scalarText.map { .string($0) } }
    }
    for validation in variable.validations {
      for constraint in ParameterConstraint.constraints(in: validation, on: variable.name) { add(constraint, to: &declaration) }
    }
    if converter.graph.specialisations.contains(where: { $0.variable == variable.name && $0.extent == .length }), declaration["Type"] == "CommaDelimitedList" {
      let count = value?.elements.map { "exactly \($0.count) elements" } ?? "a fixed number of elements"
      description += description.isEmpty ? "Must have \(count)" : " (must have \(count))"
    }
    if !description.isEmpty { declaration["Description"] = .string(String(description.prefix(4000))) }
    return .object(declaration)
  }

  private enum ParameterType { case text, number, bool, list, none }

  private func parameterType(_ type: ValueType, _ value: Value?) -> ParameterType {
    switch type {
    case .string: .text
    case .number: .number
    case .bool: .bool
    case .list(let element), .set(let element): element.isPrimitive || element == .dynamic ? .list : .none
    case .dynamic, .tuple:
      // Without a declared type the default says it.
      switch value?.content {
      case .string, nil, .null: .text
      case .number: .number
      case .bool: .bool
      case .list, .set, .tuple: value?.elements?.allSatisfy { $0.scalarText != nil } ?? false ? .list : .none
      case .map, .object, .unknown: .none
      }
    case .map, .object: .none
    }
  }

  /// Takes over what parameters have a word for; any other validation is left to the people who deploy.
  private func add(_ constraint: ParameterConstraint, to declaration: inout DocumentObject) {
    switch constraint {
    case .values(let values):
      guard let texts = values.elements?.map(\.scalarText), !texts.contains(nil) else { return }
      declaration["AllowedValues"] = .array(texts.compactMap(\.self).map { .string($0) })
    case .pattern(let pattern):
      // A parameter's pattern covers the whole text.
      if declaration["Type"] == "String" {
        declaration["AllowedPattern"] = .string((pattern.hasPrefix("^") ? "" : ".*") + pattern + (pattern.hasSuffix("$") ? "" : ".*"))
      }
    case .least(let limit, .value): if declaration["Type"] == "Number" { declaration["MinValue"] = .integer(limit) }
    case .greatest(let limit, .value): if declaration["Type"] == "Number" { declaration["MaxValue"] = .integer(limit) }
    case .least(let limit, .length): if declaration["Type"] == "String" { declaration["MinLength"] = .integer(limit) }
    case .greatest(let limit, .length): if declaration["Type"] == "String" { declaration["MaxLength"] = .integer(limit) }
    }
  }

  // MARK: Further parameters

  /// The bucket that local artifacts are uploaded to.
  func artifactParameter(bucketFor file: Value, in converter: inout Converter<Self>) -> String {
    let name = "ArtifactBucket"
    if converter.state.parameters[name] == nil {
      converter.state.parameters[name] = [
        "Type": "String", "Description": "The bucket that holds the files that Terraform uploads from disk",
      ]
    }
    return name
  }

  /// The key of one artifact in that bucket.
  func artifactParameter(keyFor file: Value, in converter: inout Converter<Self>) -> String {
    let owner = converter.current.map { converter.resources[$0].identifier } ?? ""
    let name = "\(owner)ArtifactKey"
    var declaration: DocumentObject = ["Type": "String"]
    if let path = file.stringValue {
      declaration["Default"] = .string(path.split(separator: "/").last.map(String.init) ?? path)
      declaration["Description"] = .string("The key of \(path) in the artifact bucket")
    } else {
      declaration["Description"] = "The key of the file in the artifact bucket"
    }
    converter.state.parameters[name] = .object(declaration)
    return name
  }

  /// The workspace, which whoever deploys names.
  func workspaceParameter(in converter: inout Converter<Self>) -> String {
    let name = "TerraformWorkspace"
    converter.state.parameters[name] = ["Type": "String", "Default": "default", "Description": "What terraform.workspace gave"]
    return name
  }

  /// A parameter for what Terraform looks up when it runs.
  func lookupParameter(_ address: ResourceAddress, _ attribute: String, type: String, in converter: inout Converter<Self>) -> Document {
    let name = NameConvention.pascalCase("\(address.module) \(address.name) \(attribute) \(address.key)")
    converter.state.parameters[name] = [
      "Type": .string(type), "Description": .string("What \(address).\(attribute) finds"),
    ]
    return Self.ref(name)
  }
}
