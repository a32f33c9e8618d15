import Documents
import HCLValues

/// Tests in CloudFormation's condition functions. They may read parameters and pseudo parameters only.
extension CloudFormationTarget {
  /// The name of the template condition for a bool that is not known; equal tests share one.
  func condition(named value: Value, in converter: inout Converter<Self>) throws(ConversionLoss) -> String {
    let test = try condition(value, in: &converter)
    if let name = test["Condition"]?.stringValue { return name }
    if let known = converter.state.conditions.first(where: { $0.test == test }) { return known.name }
    let words = NameConvention.pascalCase(value.sourceText.replacing("var.", with: " ").replacing("!", with: " Not ").replacing("_", with: " "))
    let base = "When" + String(words.prefix(48))
    var name = base
    var number = 2
    while converter.state.conditions.contains(where: { $0.name == name }) {
      name = base + String(number)
      number += 1
    }
    converter.state.conditions.append((name, test))
    return name
  }

  private func condition(_ value: Value, in converter: inout Converter<Self>, depth: Int = 0) throws(ConversionLoss) -> Document {
    guard depth < 50 else { throw ConversionLoss("the condition is nested too deeply") }
    if let known = value.scalarText { return Self.function("Fn::Equals", [.string(known), "true"]) }
    guard let origin = value.symbolicOrigin else { throw ConversionLoss("the condition is no bool") }
    func inner(_ value: Value, _ converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
      try condition(value, in: &converter, depth: depth + 1)
    }
    switch origin {
    case .operation("!", let operands) where operands.count == 1: return Self.function("Fn::Not", [try inner(operands[0], &converter)])
    case .operation("&&", let operands) where operands.count == 2:
      return Self.function("Fn::And", [try inner(operands[0], &converter), try inner(operands[1], &converter)])
    case .operation("||", let operands) where operands.count == 2:
      return Self.function("Fn::Or", [try inner(operands[0], &converter), try inner(operands[1], &converter)])
    case .operation("==", let operands) where operands.count == 2: return try equality(operands[0], operands[1], in: &converter)
    case .operation("!=", let operands) where operands.count == 2:
      return Self.function("Fn::Not", [try equality(operands[0], operands[1], in: &converter)])
    case .conditional(let test, let then, let otherwise):
      let test = try inner(test, &converter)
      let yes = Self.function("Fn::And", [test, try inner(then, &converter)])
      let no = Self.function("Fn::And", [Self.function("Fn::Not", [test]), try inner(otherwise, &converter)])
      return Self.function("Fn::Or", [yes, no])
    case .call("contains", let arguments) where arguments.count == 2:
      guard let elements = arguments[0].elements, (1...10).contains(elements.count) else { break }
      var tests: [Document] = []
      for element in elements { tests.append(try equality(arguments[1], element, in: &converter)) }
      return tests.count == 1 ? tests[0] : Self.function("Fn::Or", tests)
    case .call("tobool", let arguments) where arguments.count == 1: return try inner(arguments[0], &converter)
    case .variable, .attribute, .index, .call:
      let operand = try operand(value, in: &converter)
      return Self.function("Fn::Equals", [operand, "true"])
    case .reference, .data, .template, .splat, .operation, .forExpression, .moduleOutput, .instanceKey, .workspace, .opaque: break
    }
    throw ConversionLoss("a template's conditions cannot test \(describe(value))")
  }

  private func equality(_ left: Value, _ right: Value, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    // A parameter without a value is empty text; `== true` is the test itself.
    if right.scalarText == "true", case .operation? = left.symbolicOrigin { return try condition(left, in: &converter) }
    return Self.function("Fn::Equals", [try operand(left, in: &converter), try operand(right, in: &converter)])
  }

  private func operand(_ value: Value, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    if value.isNull { return "" }
    var document = try converter.expression(value, to: .text)
    if let name = document["Ref"]?.stringValue, converter.state.parameters[name]?["Type"] == "CommaDelimitedList" {
      document = Self.function("Fn::Join", [",", document])
    }
    guard readsParametersOnly(document, converter) else {
      throw ConversionLoss("a template's conditions cannot read resources, as \(describe(value)) does")
    }
    return document
  }

  private func readsParametersOnly(_ document: Document, _ converter: Converter<Self>) -> Bool {
    switch document {
    case .null, .bool, .number, .string: return true
    case .array(let elements): return elements.allSatisfy { readsParametersOnly($0, converter) }
    case .object(let object):
      return object.allSatisfy { member in
        switch member.key {
        case "Fn::GetAtt": return false
        case "Ref":
          let name = member.value.stringValue ?? ""
          return name.hasPrefix("AWS::") || converter.state.parameters[name] != nil
        case "Fn::Sub":
          let text = member.value.stringValue ?? ""
          return text.split(separator: "${").dropFirst().allSatisfy { part in
            let name = String(part.prefix { $0 != "}" })
            return name.hasPrefix("AWS::") || name.hasPrefix("!") || converter.state.parameters[name] != nil
          }
        default: return readsParametersOnly(member.value, converter)
        }
      }
    }
  }
}
