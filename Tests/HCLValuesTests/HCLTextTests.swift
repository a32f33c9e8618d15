import HCLValues
import Testing

@Suite struct HCLTextTests {
  let a = Value.unknown(.string, origin: .variable("a"))
  let n = Value.unknown(.number, origin: .variable("n"))

  @Test func `values print as literals`() {
    let value = Value.object([
      ("list", .list(of: .number, [.int(1), .int(-2)])), ("a b", .string("${x} \"q\"\n")),
      ("set", .set(of: .string, [.string("b"), .string("a")])),
      ("secret", Value.string("x").withMarks(.sensitive)), ("none", .null()), ("empty", .emptyObject), ("unknown", a),
      ("other", .unknown(.string)),
    ])
    #expect(
      value.hclText
        == #"{ "a b" = "$${x} \"q\"\n", empty = {}, list = [1, -2], none = null, other = (unknown), secret = "(sensitive)", set = toset(["a", "b"]), unknown = var.a }"#
    )
    #expect(Value.number(.infinity).hclText == "1 / 0")
  }

  @Test func `operators get the parentheses that they need`() throws {
    let sum = try n.adding(.int(1))
    #expect(sum.hclText == "var.n + 1")
    #expect(try sum.multiplied(by: n).hclText == "(var.n + 1) * var.n")
    #expect(try sum.subtracting(sum).hclText == "var.n + 1 - (var.n + 1)")
    #expect(try n.subtracting(.int(-1)).hclText == "var.n - -1")
    #expect(try sum.negated().hclText == "-(var.n + 1)")
    #expect(try n.negated().negated().hclText == "-(-var.n)")
    let test = a.equals(.string("x"))
    #expect(try test.not().hclText == #"!(var.a == "x")"#)
    #expect(try test.and(n.isLess(than: .int(2))).hclText == #"var.a == "x" && var.n < 2"#)
    let choice = Value.unknown(.string, origin: .conditional(test: test, then: a, otherwise: .string("y")))
    #expect(choice.hclText == #"var.a == "x" ? var.a : "y""#)
    #expect(
      Origin.conditional(test: choice, then: choice, otherwise: choice).hclText
        == #"(var.a == "x" ? var.a : "y") ? (var.a == "x" ? var.a : "y") : var.a == "x" ? var.a : "y""#)
    #expect(Origin.call("upper", [choice]).hclText == #"upper(var.a == "x" ? var.a : "y")"#)
    #expect(Origin.index(choice, key: .int(0)).hclText == #"(var.a == "x" ? var.a : "y")[0]"#)
    #expect(Origin.attribute(a, name: "b c").hclText == #"var.a["b c"]"#)
    #expect(Origin.splat(a, AttributePath("id")).hclText == "var.a[*].id")
    #expect(
      Origin.operation("!", [Value.unknown(.bool, origin: .opaque(reason: "", source: "f() || g()"))]).hclText == "!(f() || g())")
  }

  @Test func `templates escape what would be read as a sequence`() {
    #expect(Origin.template([.string("a\"${"), a, .string("-"), .int(1)]).hclText == #""a\"$${${var.a}-1""#)
    #expect(Origin.template([.string("cost $$"), a]).hclText == #""cost ${"$$"}${var.a}""#)
    #expect(Origin.template([.string("$"), .string("{x}")]).hclText == #""$${x}""#)
    #expect(Origin.template([.string("100%"), a]).hclText == #""100%${var.a}""#)
  }

  @Test func `references extend as they are followed`() throws {
    let address = ResourceAddress(type: "aws_vpc", name: "main", key: .string("a"))
    let vpc = Value.unknown(.dynamic, origin: .reference(address, AttributePath()))
    #expect(try vpc.attribute("tags").attribute("Name").hclText == #"aws_vpc.main["a"].tags.Name"#)
    #expect(try vpc.attribute("ids").index(.int(0)).hclText == #"aws_vpc.main["a"].ids[0]"#)
    #expect(try vpc.attribute("ids").index(n).hclText == #"aws_vpc.main["a"].ids[var.n]"#)
    #expect(a.withOrigin(.variable("m")).hclText == "var.m")
    let known = Value.object([("id", .string("x"))]).withOrigin(.reference(address, AttributePath()))
    guard case .reference(_, let path) = try known.attribute("id").origin else {
      Issue.record("no reference")
      return
    }
    #expect(path == AttributePath("id"))
  }

  @Test func `text is bounded however much an origin repeats`() {
    var value = a
    for _ in 0..<60 { value = .unknown(.string, origin: .template([value, value])) }
    #expect(value.hclText.utf8.count <= HCLText.limit + 3)
    for _ in 0..<5000 { value = .unknown(.string, origin: .call("f", [value])) }
    #expect(value.hclText.contains("..."))
  }

  @Test func `people see less`() throws {
    let value = Value.tuple([
      .string(String(repeating: "x", count: 70)), Value.int(1).withMarks(.sensitive), .set(of: .number, (0..<7).map(Value.int)),
    ])
    #expect(value.shortSourceForm == "[\"" + String(repeating: "x", count: 60) + "…\", (sensitive), [0, 1, 2, 3, 4, …]]")
    #expect(try n.adding(Value.int(2).withOrigin(.variable("two"))).shortSourceForm == "var.n + 2")
    #expect(Origin.opaque(reason: "a file that is missing", source: "").shortSourceForm == "a file that is missing")
  }

  @Test func `a value stays small`() {
    #expect(MemoryLayout<Value>.size <= 40)
  }

  @Test func `text is normalized`() {
    #expect(Value.string("e\u{301}").stringValue?.unicodeScalars.count == 1)
    #expect(Value.string("e\u{301}").equals(.string("\u{e9}")).boolValue == true)
  }
}
