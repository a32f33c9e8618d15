import HCLEvaluation
import HCLValues

/// Values of all types and kinds: known, null, unknown with and without refinements, marked on every level, open, symbolic.
let sampleValues: [Value] = {
  let bucket = ResourceAddress(type: "aws_s3_bucket", name: "b")
  var prefix = Refinements.notNull
  prefix.prefix = "10."
  var short = Refinements.notNull
  short.minimumLength = 1
  short.maximumLength = 2
  let object = ObjectType([.init(name: "a", type: .string), .init(name: "b", type: .list(.number))])
  let name = Value.unknown(.string, .notNull, origin: .variable("s"))
  let plain: [Value] = [
    .string(""), .string("a"), .string("é-10.0.0.0/8"), .string("e\u{301}\u{1F469}\u{200D}\u{1F4BB}\0\r\n"), .string("%s%5.2f%[2]v%%"),
    .string("${a}%{ if true }x%{ endif }"), .string("{\"a\": [1, null, \"\\ud83d\"]}"), .string("a: &x [1]\nb: *x\n"), .string("(a+)(?P<n>b)?"),
    .string("2020-02-29T23:59:60.5+01:00"), .string("1h30m"), .string("UTF-16LE"), .string("../**/{a,b}*.tf"), .string("YWJj"),
    .int(0), .int(2), .int(-1), .int(Int.max), .int(Int.min), .number(.infinity), .number(Number(decimal: "1e-400") ?? .zero),
    .number(Number(decimal: "123456789012345678901234567890.5") ?? .zero), .bool(true), .bool(false),
  ]
  let special: [Value] = [
    .null(.dynamic), .null(.string), .null(.list(.string)), .dynamicUnknown, .unknown(.string, prefix), .unknown(.list(.string), short),
    .unknown(.map(.dynamic)), .unknown(.number), .unknown(.set(.bool), .notNull), name, .unknown(.object(object), .notNull, origin: .variable("o")),
    .unknown(.string, .none, origin: .reference(bucket, AttributePath("id"))), .unknown(.dynamic, .none, origin: .moduleOutput(.root, name: "x")),
    .unknown(.string, .notNull, origin: .template([.string("x-"), name])), .unknown(.string, .notNull, origin: .call("upper", [name])),
    .unknown(.number, .notNull, origin: .instanceKey(bucket, .countIndex)), .unknown(.string, .none, origin: .opaque(reason: "r", source: "uuid()")),
    Value.string("q").withOrigin(.reference(bucket, AttributePath("bucket"))), Value.int(3).withOrigin(.variable("n")),
  ]
  let nested: [Value] = [
    .emptyTuple, .emptyObject, .list(of: .string, []), .list(of: .string, [.string("x"), .string("y"), .string("x")]),
    .list(of: .string, [.string("b"), .null(.string), name]), .set(of: .number, [.int(1), .int(2)]), .set(of: .string, [.unknown(.string), .string("x")]),
    .map(of: .string, [("a", .string("1")), ("b", .string("2"))]), .map(of: .list(.number), [("k", .list(of: .number, [.int(1)]))]),
    .tuple([.int(1), .string("x"), .tuple([.null(.dynamic), .dynamicUnknown])]), .tuple([.list(of: .string, [.string("p")]), .emptyTuple]),
    .object([("a", .int(1)), ("b", .tuple([.string("q"), .null(.dynamic)])), ("not a name", .bool(false))]),
    .list(of: .object(object), [.object([("a", .string("s")), ("b", .list(of: .number, [.int(7)]))])]),
  ]
  let marked: [Value] = [
    Value.string("secret").withMarks(.sensitive), Value.tuple([Value.int(1).withMarks(.ephemeral), .int(2)]), Value.tuple([.int(1)]).withMarks(.open),
    Value.map(of: .bool, [("k", Value.bool(false).withMarks(.sensitive))]).withMarks([.sensitive, .deprecated]), name.withMarks(.sensitive),
  ]
  return plain + special + nested + marked
}()

/// Fails when what is printed of a value, or of an origin in it, is no expression.
func checkPrinted(_ value: Value, parses: (String) -> Bool) {
  _ = value.shortSourceForm
  guard value.deepMarks.isEmpty, value.isWhollyKnown || value.hasSymbolicPart else { return }
  let text = value.hclText
  precondition(text.utf8.count >= HCLText.limit || parses(text), "what was printed does not parse")
}
