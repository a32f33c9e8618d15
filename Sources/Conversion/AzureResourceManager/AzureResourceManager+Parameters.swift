import Documents
import HCLValues
import TerraformModel

/// Root variables as template parameters. (ARM template documentation, "Parameters".)
extension AzureResourceManagerTarget {
  static let locationNote = "the resource group's location, which a template reads as resourceGroup().location"

  /// A root variable: a parameter, declared when first used, or the location of the resource group.
  func variable(_ name: String, to shape: OutputShape, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    if converter.state.locationVariables.contains(name) {
      converter.note(variable: name, Self.locationNote)
      return TemplateExpression.expression("resourceGroup().location")
    }
    guard let variable = converter.graph.variables.first(where: { $0.name == name }) else { throw ConversionLoss("var.\(name) is not declared") }
    let parameter: String
    if let known = converter.state.variableParameters[name] {
      parameter = known
    } else {
      parameter = freeName(Self.camelCase(name), in: converter)
      converter.state.variableParameters[name] = parameter
      converter.state.parameters[parameter] = declaration(of: variable, in: converter)
    }
    let document = TemplateExpression.expression("parameters(\(TemplateExpression.quoted(parameter)))")
    let value = variable.givenValue ?? variable.defaultValue
    switch Self.type(of: variable) {
    case "string" where Self.isFractional(variable): return TemplateExpression.function("json", [document])
    case "securestring" where variable.type == .number: return TemplateExpression.function("int", [document])
    case "securestring" where variable.type == .bool: return TemplateExpression.function("bool", [document])
    case "string", "securestring":
      // A parameter has no null: empty stands for it, and is not written.
      guard let value, value.isNull, converter.current != nil else { return document }
      switch shape {
      case .text, .integerOrText: return TemplateExpression.function("if", [TemplateExpression.function("empty", [document]), .null, document])
      case .integer, .number, .boolean, .any, .json, .openObject, .list, .map, .object, .union: return document
      }
    default: return document
    }
  }

  private func freeName(_ base: String, in converter: Converter<Self>) -> String {
    let base = base.isEmpty ? "parameter" : base
    var name = base
    var number = 2
    while converter.state.parameters.keys.contains(where: { $0.lowercased() == name.lowercased() }) {
      name = base + String(number)
      number += 1
    }
    return name
  }

  // MARK: Declaration

  /// Templates count in whole numbers; others are text.
  private static func isFractional(_ variable: GraphVariable) -> Bool {
    guard variable.type == .number, let text = (variable.givenValue ?? variable.defaultValue)?.scalarText else { return false }
    return Int(text) == nil
  }

  private static func type(of variable: GraphVariable) -> String {
    let value = variable.givenValue ?? variable.defaultValue
    let type: String
    switch variable.type {
    case .string: type = "string"
    case .number: type = isFractional(variable) ? "string" : "int"
    case .bool: type = "bool"
    case .list, .set, .tuple: type = "array"
    case .map, .object: type = "object"
    case .dynamic:
      // Without a declared type the default says it.
      switch value?.content {
      case .string, .null, .unknown, nil: type = "string"
      case .number(let number): type = Int(number.text) == nil ? "string" : "int"
      case .bool: type = "bool"
      case .list, .set, .tuple: type = "array"
      case .map, .object: type = "object"
      }
    }
    guard variable.isSensitive else { return type }
    return type == "object" || type == "array" ? "secureObject" : "securestring"
  }

  private func declaration(of variable: GraphVariable, in converter: Converter<Self>) -> Document {
    let type = Self.type(of: variable)
    var declaration: DocumentObject = ["type": .string(type)]
    let value = variable.isSensitive ? variable.defaultValue : variable.givenValue ?? variable.defaultValue
    if let value { declaration["defaultValue"] = defaultValue(value, type, isFractional: Self.isFractional(variable)) }
    for validation in variable.validations {
      for constraint in ParameterConstraint.constraints(in: validation, on: variable.name) { add(constraint, to: &declaration) }
    }
    if type == "array", let count = value?.elements?.count,
      converter.graph.specialisations.contains(where: { $0.variable == variable.name && $0.extent == .length })
    {
      declaration["minLength"] = .integer(count)
      declaration["maxLength"] = .integer(count)
    }
    if let summary = variable.summary, !summary.isEmpty { declaration["metadata"] = ["description": .string(summary)] }
    return .object(declaration)
  }

  private func defaultValue(_ value: Value, _ type: String, isFractional: Bool) -> Document? {
    switch type {
    case "securestring": return value.isNull || value.stringValue == "" ? "" : nil
    case "secureObject": return nil
    case "string": return value.isNull ? "" : .string(value.scalarText ?? "")
    case "array": return value.isNull ? .array([]) : Document(value)
    case "object": return value.isNull ? .object(DocumentObject()) : Document(value)
    default: return value.isNull ? nil : Document(value)
    }
  }

  /// Takes over what parameters have a word for; any other validation is left to the people who deploy.
  private func add(_ constraint: ParameterConstraint, to declaration: inout DocumentObject) {
    switch constraint {
    case .values(let values): if let document = Document(values) { declaration["allowedValues"] = document }
    case .pattern: return
    case .least(let limit, .value): if declaration["type"] == "int" { declaration["minValue"] = .integer(limit) }
    case .greatest(let limit, .value): if declaration["type"] == "int" { declaration["maxValue"] = .integer(limit) }
    case .least(let limit, .length): if declaration["type"] != "object" { declaration["minLength"] = .integer(limit) }
    case .greatest(let limit, .length): if declaration["type"] != "object" { declaration["maxLength"] = .integer(limit) }
    }
  }

  // MARK: Further parameters

  /// A parameter that stands for what a template cannot say.
  func addParameter(_ words: String, _ declaration: DocumentObject, in converter: inout Converter<Self>) -> Document {
    let base = Self.camelCase(words)
    let document = Document.object(declaration)
    let name = converter.state.parameters[base] == document ? base : freeName(base, in: converter)
    converter.state.parameters[name] = document
    return TemplateExpression.expression("parameters(\(TemplateExpression.quoted(name)))")
  }

  /// What Terraform draws at random: a parameter whose default follows from the resource group, so that it stays the same.
  func randomParameter(_ address: ResourceAddress, _ path: AttributePath, in converter: inout Converter<Self>) -> Document {
    let seed = "uniqueString(resourceGroup().id, \(TemplateExpression.quoted(address.description)))"
    let values = converter.graph.resource(at: address)?.values
    var declaration: DocumentObject = ["type": "string", "metadata": ["description": .string("What stands for \(address)\(path)")]]
    switch address.type {
    case "random_password": declaration["type"] = "securestring"
    case "random_uuid": declaration["defaultValue"] = TemplateExpression.expression("guid(resourceGroup().id, \(TemplateExpression.quoted(address.description)))")
    default:
      let wanted = (values?["length"] ?? values?["byte_length"])?.scalarText.flatMap { Int($0) } ?? 8
      let length = values?["byte_length"] == nil ? wanted : wanted.multipliedReportingOverflow(by: 2).partialValue
      // A unique string has thirteen characters.
      declaration["defaultValue"] = TemplateExpression.expression("take(\(seed), \(max(1, min(13, length))))")
    }
    return addParameter("\(address.module) \(address.name) \(address.key) \(path)", declaration, in: &converter)
  }
}
