import HCLValues
import Testing

@testable import HCLEvaluation
@testable import TerraformFunctions

/// Values of every kind, ordinary and at the edges.
private let values: [Value] = [
  .null(.dynamic), .null(.string), .dynamicUnknown, .unknown(.string), .unknown(.list(.string)), .unknown(.map(.number)),
  .unknown(.tuple([.string, .dynamic])), .unknown(.object(ObjectType([.init(name: "a", type: .dynamic)]))),
  .unknown(.set(.dynamic)),
  .bool(true), .int(0), .int(-1), .int(3), .int(Int.max), .int(Int.min), .number(.infinity), .number(.negativeInfinity),
  .number(Number(decimal: "1e200") ?? .zero), .number(Number(decimal: "-0.5") ?? .zero), .string(""), .string("a"),
  .string("/(/"),
  .string("%s%[2]d%v"), .string("%99999999999999999999d"), .string("10.0.0.0/8"), .string("::/0"),
  .string("2020-01-01T00:00:00Z"),
  .string("9999-12-31T23:59:59Z"), .string("9223372036s"), .string("YYYY'"),
  .string("H4sIAAAAAAAA/wAEAPv/dGVzdAAAAP//AwAMfn/YBAAAAA=="),
  .string("e\u{301}\u{1f469}\u{200d}\u{1f4bb}\0"), .string("{\"a\": [1, null]}"), .string("a,b\n1,2\n"), .string("[{*}"),
  .string("../../../etc/passwd"), .string("utf-16"), .emptyTuple, .emptyObject, .list(of: .string, []), .list(of: .dynamic, []),
  .list(of: .string, [.string("b"), .null(.string), .unknown(.string)]), .set(of: .number, [.int(1), .int(2)]),
  .set(of: .string, [.unknown(.string), .string("x")]), .map(of: .string, [("k", .string("v"))]),
  .map(of: .list(.string), [("k", .list(of: .string, [.string("v")]))]),
  .tuple([.int(1), .string("x").withMarks(.sensitive), .tuple([.null(.dynamic), .dynamicUnknown])]),
  .object([("a", .int(1)), ("not an identifier", .bool(false))]).withMarks(.ephemeral),
]

@Test func noFunctionTrapsWhateverItIsGiven() {
  var calls = 0
  for function in TerraformFunctions.standard.values {
    let least = function.parameters.count
    let most = function.variadic == nil ? least : min(least + 2, 3)
    if least == 0 { attempt(function, [], &calls) }
    for first in values {
      if least <= 1, most >= 1 { attempt(function, [first], &calls) }
      guard most >= 2 else { continue }
      for second in values {
        if least <= 2 { attempt(function, [first, second], &calls) }
        guard most >= 3 else { continue }
        for third in values.indices where (third &* 7 &+ calls) % 23 == 0 {
          attempt(function, [first, second, values[third]], &calls)
        }
      }
    }
  }
  #expect(calls > 10_000)
}

/// A call must give a value of the type that it predicts, or an error.
private func attempt(_ function: Function, _ arguments: [Value], _ calls: inout Int) {
  calls += 1
  guard let result = try? call(function, arguments, .reading(nil)), result.type != .dynamic else { return }
  let converted = arguments.enumerated().map { index, argument in
    (try? argument.unmarkedDeep().value.converted(to: function.parameter(at: index).type)) ?? argument
  }
  guard let predicted = try? function.resultType(converted) else { return }
  #expect(result.type.conforms(to: predicted), "\(function.name) gave \(result.type), predicted \(predicted)")
}

@Test(arguments: [
  "range(1e9)", "format(\"%999999999d\", 1)", "format(\"%.999999999f\", 1)", "indent(1000000000, \"a\\nb\\nc\")",
  "replace(\"aaaa\", \"\", format(\"%1000000s\", \"\"))[0]", "chunklist([1], -1)", "parseint(\"1\", 99)", "jsondecode(\"[[\")",
  "setproduct(range(1000), range(1000), range(1000))", "join(format(\"%1000000s\", \"\"), range(1000))",
])
func bombsMeetLimits(source: String) {
  #expect(!evaluated(source).errors.isEmpty)
}

/// A letter, a million times.
private let long = "replace(format(\"%1000000s\", \"\"), \" \", \"a\")"

@Test(arguments: [
  "formatlist(\"%1000000s\", range(1000))", "regexall(\"((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((.*))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))\", \(long))",
  "regexall(\"\", \(long))", "regexall(\"a\", \(long))", "replace(\(long), \"/a/\", \"c\")", "regex(\"((a{1,100}){1,100}){1,100}\", \"a\")",
  "split(\"\", join(\"\", [\(long), \(long)]))", "replace(\(long), \"a\", \(long))", "indent(1000, replace(\(long), \"a\", \"\\n\"))",
  "jsondecode(replace(\(long), \"a\", \"[\"))", "yamldecode(replace(\(long), \"a\", \"[\"))",
  "yamldecode(\"a: &a [x,x,x,x,x,x,x,x,x]\\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\")",
  "yamldecode(\"a: &a [*a]\")", "fileset(\".\", join(\"\", [for i in range(40) : \"{a,b}\"]))", "cidrsubnets(\"::/0\", [for i in range(1000) : 5]...)",
  "parseint(\(long), 36)", "tonumber(replace(\(long), \"a\", \"9\"))", "[for i in range(1000) : upper(\(long))]",
])
func everyBombMeetsALimit(source: String) {
  let errors = evaluated(source).errors
  #expect(!errors.isEmpty)
}

/// What could take time that grows with the square of its input.
@Test(arguments: [
  ("strcontains(\(long), \"${replace(format(\"%500000s\", \"\"), \" \", \"a\")}b\")", "false"),
  ("length(split(\"${replace(format(\"%500000s\", \"\"), \" \", \"a\")}b\", \(long)))", "1"),
  ("length(replace(\(long), \"${replace(format(\"%500000s\", \"\"), \" \", \"a\")}b\", \"x\"))", "1000000"),
  ("length(trim(\(long), \(long)))", "0"),
  ("length(distinct(flatten([for i in range(300) : [for j in range(300) : { a = i * j, b = 10000000000000 + i }]])))", "89701"),
  ("length(matchkeys(flatten([for i in range(300) : range(300)]), flatten([for i in range(300) : range(300)]), flatten([for i in range(300) : [for j in range(300) : i * 300 + j + 300]])))", "0"),
])
func nothingTakesTheSquareOfItsInput(source: String, result: String) {
  let (value, errors) = evaluated(source)
  #expect(errors == [])
  #expect(value.hclText == result)
}

@Test func errorsNeverShowSensitiveText() {
  for source in [
    "parseint(sensitive(\"hunter2\"), 10)", "file(sensitive(\"hunter2\"))", "tonumber(sensitive(\"hunter2\"))",
    "cidrhost(sensitive(\"hunter2\"), 1)", "lookup({}, sensitive(\"hunter2\"))", "timeadd(sensitive(\"hunter2\"), \"1s\")",
    "regex(sensitive(\"hunter2[\"), \"a\")", "base64decode(sensitive(\"hunter2\"))",
    "formatdate(sensitive(\"hunter2\"), \"2020-01-01T00:00:00Z\")",
    "abs(sensitive(\"hunter2\"))", "format(sensitive(\"hunter2%z\"), 1)", "fileset(\".\", sensitive(\"hunter2[\"))",
  ] {
    let errors = evaluated(source).errors
    #expect(!errors.isEmpty, "\(source)")
    #expect(errors.allSatisfy { !$0.contains("hunter2") }, "\(errors)")
  }
}
