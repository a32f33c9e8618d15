/// Explicit conversions. (Terraform language, "Type conversion functions".)

import HCLEvaluation
import HCLValues

enum ConversionFunctions {
  static let all = [
    removed("list", use: "tolist([...])"), removed("map", use: "tomap({...})"),
    conversion("tobool", to: .bool, example: ("tobool(\"true\")", "true")),
    conversion("tolist", to: .list(.dynamic), example: ("tolist([\"a\", 1])", "tolist([\"a\", \"1\"])")),
    conversion("tomap", to: .map(.dynamic), example: ("tomap({a = 1, b = \"x\"})", "tomap({a = \"1\", b = \"x\"})")),
    conversion("tonumber", to: .number, example: ("tonumber(\"1.5\")", "1.5")),
    conversion("toset", to: .set(.dynamic), example: ("toset([\"b\", \"a\", \"b\"])", "toset([\"a\", \"b\"])")),
    conversion("tostring", to: .string, example: ("tostring(true)", "\"true\"")),
  ]

  /// A function that converts any value to a type.
  static func conversion(_ name: String, to type: ValueType, example: (call: String, result: String)? = nil) -> Function {
    Function(
      name, "Converts a value to the type \(type).",
      [.init("v", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true, allowsMarked: true)],
      neverReturnsNull: false,
      example: example, type: { arguments throws(FunctionError) in try converted(arguments[0], type).type }
    ) { (arguments, _) throws(FunctionError) in
      try converted(arguments[0], type)
    }
  }

  private static func converted(_ value: Value, _ type: ValueType) throws(FunctionError) -> Value {
    do {
      return try value.converted(to: type)
    } catch {
      if let text = value.stringValue {
        if value.marks.contains(.sensitive) {
          throw FunctionError("cannot convert this sensitive string to \(type)", argument: 0)
        }
        let hint =
          switch type {
          case .bool: "; only \"true\" and \"false\" become a bool"
          case .number: "; a decimal number is required"
          case .dynamic, .string, .list, .set, .map, .tuple, .object: ""
          }
        throw FunctionError("cannot convert \(quotedHCL(text)) to \(type)\(hint)", argument: 0)
      }
      throw FunctionError("cannot convert \(value.type) to \(type): \(error.shown)", argument: 0)
    }
  }

  /// A function that the language no longer has.
  private static func removed(_ name: String, use replacement: String) -> Function {
    Function(
      name, "Removed from the language; write \(replacement).", [],
      variadic: .init("vals", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true),
      type: { _ throws(FunctionError) in
        throw FunctionError("the function \"\(name)\" was removed from the language; write \(replacement)")
      }
    ) { (_, _) throws(FunctionError) in
      throw FunctionError("the function \"\(name)\" was removed from the language; write \(replacement)")
    }
  }
}
