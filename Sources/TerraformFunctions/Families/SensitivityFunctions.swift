/// Functions on the marks of values. (Terraform language, "sensitive", "nonsensitive", "issensitive", "ephemeralasnull".)

import HCLEvaluation
import HCLValues

enum SensitivityFunctions {
  static let all = [ephemeralasnull, issensitive, nonsensitive, sensitive]

  private static let value = FunctionParameter(
    "value", .dynamic, allowsNull: true, allowsUnknown: true, allowsDynamicType: true, allowsMarked: true)

  static let sensitive = Function(
    "sensitive", "Marks a value as sensitive.", [value], neverReturnsNull: false, example: ("issensitive(sensitive(1))", "true"),
    type: { arguments throws(FunctionError) in arguments[0].type }
  ) { (arguments, _) throws(FunctionError) in
    arguments[0].withMarks(.sensitive)
  }

  static let nonsensitive = Function(
    "nonsensitive", "Takes the mark of a sensitive value off.", [value], neverReturnsNull: false,
    example: ("nonsensitive(sensitive(1))", "1"), type: { arguments throws(FunctionError) in arguments[0].type }
  ) { (arguments, _) throws(FunctionError) in
    var value = arguments[0]
    value.marks.remove(.sensitive)
    return value
  }

  static let issensitive = Function(
    "issensitive", "Tells whether a value is marked as sensitive.", [value], example: ("issensitive(sensitive(1))", "true"),
    returns: .bool
  ) { (arguments, _) throws(FunctionError) in
    if arguments[0].marks.contains(.sensitive) { return .bool(true) }
    return arguments[0].isKnown ? .bool(false) : .unknown(.bool)
  }

  static let ephemeralasnull = Function(
    "ephemeralasnull", "Puts null in place of everything ephemeral in a value.", [value], neverReturnsNull: false,
    example: ("ephemeralasnull(\"foo\")", "\"foo\""),
    type: { arguments throws(FunctionError) in withoutEphemeral(arguments[0]).type }
  ) { (arguments, _) throws(FunctionError) in
    withoutEphemeral(arguments[0])
  }

  private static func withoutEphemeral(_ value: Value) -> Value {
    var marks = value.marks
    guard marks.contains(.ephemeral) else { return value.mapChildren(withoutEphemeral) }
    marks.remove(.ephemeral)
    // What an unknown ephemeral value will be is not known to be null before it is known at all.
    if case .unknown(let type, _) = value.content { return .unknown(type).withMarks(marks) }
    return .null(value.type).withMarks(marks)
  }
}
