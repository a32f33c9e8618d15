/// Functions that read and write JSON, YAML and tables. (Terraform language, "Encoding functions".)

import Diagnostics
import Documents
import HCLEvaluation
import HCLValues

enum DocumentFunctions {
  static let all = [csvdecode, jsondecode, jsonencode, yamldecode, yamlencode]

  private static let source = FunctionParameter("src", .string)
  private static let value = FunctionParameter(
    "value", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true)

  static let jsonencode = Function(
    "jsonencode", "Writes a value as JSON.", [value], example: ("jsonencode({a = 1})", "\"{\\\"a\\\":1}\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    guard arguments.areWhollyKnown else { return unknownJSON(arguments[0]) }
    return .string(try jsonText(arguments[0]))
  }

  /// JSON of a value that is not wholly known; its first character may be.
  private static func unknownJSON(_ value: Value) -> Value {
    guard value.isDefinitelyNotNull else { return .unknown(.string) }
    var refinements = Refinements.notNull
    switch value.type {
    case .string: refinements.prefix = "\""
    case .list, .set, .tuple: refinements.prefix = "["
    case .map, .object: refinements.prefix = "{"
    case .dynamic, .number, .bool: break
    }
    return .unknown(.string, refinements)
  }

  static let jsondecode = Function(
    "jsondecode", "Reads JSON as a value.", [.init("str", .string, allowsUnknown: true)], neverReturnsNull: false,
    example: ("jsondecode(\"{\\\"a\\\": 1}\")", "{a = 1}"),
    type: { arguments throws(FunctionError) in try jsonType(arguments[0]) }
  ) { (arguments, _) throws(FunctionError) in
    guard arguments[0].isKnown else { return .unknown(try jsonType(arguments[0])) }
    return try parsedJSON(arguments)
  }

  private static func parsedJSON(_ arguments: [Value]) throws(FunctionError) -> Value {
    let text = try arguments.string(0)
    do throws(JSONFailure) {
      return try parseJSON(text)
    } catch {
      throw FunctionError(error.message, argument: 0)
    }
  }

  /// What can be said of a JSON document by its first character.
  private static func jsonType(_ source: Value) throws(FunctionError) -> ValueType {
    // A known document has the type of what is read from it; nothing has to predict it.
    if source.isKnown { return .dynamic }
    guard let first = source.refinements?.prefix?.unicodeScalars.first(where: { !" \t\r\n".unicodeScalars.contains($0) }) else {
      return .dynamic
    }
    switch first {
    case "{", "[", "n": return .dynamic
    case "\"": return .string
    case "t", "f": return .bool
    case "-", ".", "0"..."9": return .number
    default: throw FunctionError("a JSON document cannot begin with the character '\(first)'", argument: 0)
    }
  }

  static let yamlencode = Function(
    "yamlencode", "Writes a value as YAML.", [value], example: ("yamlencode({a = 1})", "\"\\\"a\\\": 1\\n\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    guard arguments.areWhollyKnown else { return .unknown(.string) }
    return .string(try yamlText(arguments[0]))
  }

  static let yamldecode = Function(
    "yamldecode", "Reads a YAML document as a value.", [source], neverReturnsNull: false,
    example: ("yamldecode(\"a: 1\")", "{a = 1}"),
    type: { _ throws(FunctionError) in .dynamic }
  ) { (arguments, _) throws(FunctionError) in
    try parsedYAML(arguments)
  }

  private static func parsedYAML(_ arguments: [Value]) throws(FunctionError) -> Value {
    var options = YAMLReader.Options.kubernetes
    options.duplicateKeys = .accept
    let reading = YAMLReader.read(text: try arguments.string(0), options: options)
    if let problem = reading.diagnostics.errors.first {
      throw FunctionError("the text is not valid YAML: \(problem.detail)", argument: 0)
    }
    guard reading.documents.count <= 1 else {
      throw FunctionError("only one YAML document can be read, but the text has \(reading.documents.count)", argument: 0)
    }
    return try reading.documents.first.map { (document) throws(FunctionError) in try value(of: document.document) }
      ?? .null(.dynamic)
  }

  private static func value(of document: Document) throws(FunctionError) -> Value {
    switch document {
    case .null: return .null(.dynamic)
    case .bool(let value): return .bool(value)
    case .string(let text): return .string(text)
    case .number(let text):
      switch text {
      case ".inf": return .number(.infinity)
      case "-.inf": return .number(.negativeInfinity)
      default:
        guard let number = Number(decimal: text) else {
          throw FunctionError("the number \(text) cannot be represented", argument: 0)
        }
        return .number(number)
      }
    case .array(let elements):
      var values: [Value] = []
      for element in elements { values.append(try value(of: element)) }
      return .tuple(values)
    case .object(let object):
      var pairs: [(String, Value)] = []
      for member in object { pairs.append((normalizedNFC(member.key), try value(of: member.value))) }
      return .object(pairs)
    }
  }

  static let csvdecode = Function(
    "csvdecode", "Reads comma-separated values: a list of objects, named by the first line.", [.init("str", .string)],
    example: ("csvdecode(\"a,b\\n1,2\")", "tolist([{a = \"1\", b = \"2\"}])"),
    type: { _ throws(FunctionError) in .dynamic }
  ) { (arguments, _) throws(FunctionError) in
    let (type, rows) = try table(arguments)
    return .list(of: type, rows)
  }

  private static func table(_ arguments: [Value]) throws(FunctionError) -> (type: ValueType, rows: [Value]) {
    let text = try arguments.string(0)
    let records: [(line: Int, fields: [String])]
    do throws(TableFailure) {
      records = try parseCommaSeparatedValues(text)
    } catch {
      throw FunctionError(error.message)
    }
    guard let header = records.first?.fields else { throw FunctionError("missing header line") }
    var seen: Set<String> = []
    for name in header where !seen.insert(name).inserted {
      throw FunctionError("the column name \(quotedHCL(name)) stands in the header twice")
    }
    var rows: [Value] = []
    for record in records.dropFirst() {
      guard record.fields.count == header.count else {
        throw FunctionError(
          "CSV parse error on line \(record.line): \(header.count) fields are expected, \(record.fields.count) were found")
      }
      rows.append(.object(zip(header, record.fields).map { (normalizedNFC($0), .string($1)) }))
    }
    return (.object(ObjectType(header.map { .init(name: normalizedNFC($0), type: .string) })), rows)
  }
}
