import Diagnostics
import HCLEvaluation
import HCLValues

/// Random numbers that are the same on every machine.
struct Sequence32: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) << 32 | (state >> 13 & 0xFFFF_FFFF)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() >> 8) % limit }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Writes expressions over the variables of `VariablesUnderTest`; most of them evaluate without errors.
struct ExpressionGenerator {
  var random: Sequence32
  private var locals: [(name: String, isString: Bool)] = []

  init(seed: UInt64) { random = Sequence32(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1) }

  mutating func expression(depth: Int = 4) -> String {
    switch random.below(6) {
    case 0: number(depth)
    case 1: bool(depth)
    case 2: list(depth)
    case 3: object(depth)
    default: string(depth)
    }
  }

  private mutating func string(_ depth: Int) -> String {
    if depth <= 0 {
      let names = locals.filter(\.isString).map(\.name)
      if !names.isEmpty, random.below(2) == 0 { return random.pick(names) }
      return random.pick([
        "\"a\"", "\"10.0.0.0/8\"", "\"x-${1}\"", "\"\"", "var.s1", "var.s2", "var.o1.a", "var.l1[0]", "var.m1[\"k\"]", "\"é\"", "\"$${q}\"",
      ])
    }
    switch random.below(13) {
    case 0: return "\"${\(string(depth - 1))}-x\""
    case 1: return "\"p-${\(string(depth - 1))}${\(number(depth - 2))}\""
    case 2: return "upper(\(string(depth - 1)))"
    case 3: return "join(\"-\", \(list(depth - 1)))"
    case 4: return "(\(bool(depth - 1)) ? \(string(depth - 1)) : \(string(depth - 1)))"
    case 5: return "format(\"%s/%d\", \(string(depth - 1)), \(number(depth - 2)))"
    case 6: return "try(\(list(depth - 1))[\(random.below(3))], \(string(depth - 2)))"
    case 7: return "\"%{ if \(bool(depth - 1)) }\(random.pick(["yes", "${var.s1}"]))%{ else }no%{ endif }\""
    case 8: return "\"%{ for v in \(list(depth - 1)) }${v};%{ endfor }\""
    case 9: return "coalesce(\(string(depth - 1)), \"z\")"
    case 10: return "lookup(\(object(depth - 1)), \"a\", \(string(depth - 2)))"
    case 11: return "replace(\(string(depth - 1)), \"a\", \"b\")"
    default: return "\(object(depth - 1)).a"
    }
  }

  private mutating func number(_ depth: Int) -> String {
    if depth <= 0 { return random.pick(["1", "0", "2.5", "var.n1", "var.n2", "-3", "var.o1.n"]) }
    switch random.below(8) {
    case 0: return "\(number(depth - 1)) + \(number(depth - 1))"
    case 1: return "(\(number(depth - 1)) - \(number(depth - 1)))"
    case 2: return "\(number(depth - 1)) * \(number(depth - 2))"
    case 3: return "length(\(list(depth - 1)))"
    case 4: return "(\(bool(depth - 1)) ? \(number(depth - 1)) : \(number(depth - 1)))"
    case 5: return "-\(number(0))"
    case 6: return "max(\(number(depth - 1)), \(number(depth - 2)))"
    default: return "length(\(string(depth - 1)))"
    }
  }

  private mutating func bool(_ depth: Int) -> String {
    if depth <= 0 { return random.pick(["true", "false", "var.b1", "var.b2"]) }
    switch random.below(9) {
    case 0: return "\(bool(depth - 1)) && \(bool(depth - 1))"
    case 1: return "(\(bool(depth - 1)) || \(bool(depth - 1)))"
    case 2: return "!\(bool(0))"
    case 3: return "\(string(depth - 1)) == \(string(depth - 1))"
    case 4: return "(\(number(depth - 1)) < \(number(depth - 1)))"
    case 5: return "\(string(depth - 1)) != null"
    case 6: return "contains(\(list(depth - 1)), \(string(depth - 2)))"
    case 7: return "can(\(object(depth - 1)).zz)"
    default: return "(\(number(depth - 1)) >= \(number(depth - 2)))"
    }
  }

  private mutating func list(_ depth: Int) -> String {
    if depth <= 0 { return random.pick(["var.l1", "[\"a\", \"b\"]", "var.o1.l", "[var.s1]"]) }
    switch random.below(8) {
    case 0: return "[\(string(depth - 1)), \(string(depth - 1))]"
    case 1:
      locals.append(("v", true))
      defer { locals.removeLast() }
      return "[for v in \(list(depth - 1)) : \(string(depth - 1))]"
    case 2:
      locals.append(("w", true))
      defer { locals.removeLast() }
      return "[for i, w in \(list(depth - 1)) : w if \(bool(depth - 2))]"
    case 3: return "concat(\(list(depth - 1)), \(list(depth - 1)))"
    case 4: return "[\(object(depth - 1)), \(object(depth - 2))][*].a"
    case 5: return "(\(bool(depth - 1)) ? \(list(depth - 1)) : \(list(depth - 1)))"
    case 6: return "tolist(\(list(depth - 1)))"
    default: return "keys(\(object(depth - 1)))"
    }
  }

  private mutating func object(_ depth: Int) -> String {
    if depth <= 0 { return random.pick(["var.m1", "{ a = \"1\" }", "{ a = var.s1, b = \"x\" }", "{ \"a\" = var.s2 }"]) }
    switch random.below(5) {
    case 0: return "{ a = \(string(depth - 1)), b = \(string(depth - 1)) }"
    case 1: return "merge({ a = \"0\" }, \(object(depth - 1)))"
    case 2:
      locals.append(("e", true))
      defer { locals.removeLast() }
      return "{ for k, e in \(object(depth - 1)) : k => \(string(depth - 1)) }"
    case 3: return "{ (\(string(depth - 1))) = \"v\", a = \(string(depth - 2)) }"
    default: return "{ for x in \(list(depth - 1)) : x => \"1\"... }"
    }
  }
}

/// A scope with `var` alone: each variable known, or unknown and symbolic.
struct VariablesUnderTest: EvaluationScope {
  let values: Attributes
  /// The variables that are unknown.
  var unknown: Set<String> = []

  init(_ variant: Int = 0) {
    let s = ["a", "k", "éa"][variant % 3]
    values = Attributes([
      ("s1", .string(s)), ("s2", .string("10.0.0.0/8")), ("n1", .int(variant % 4)), ("n2", .int(7)), ("b1", .bool(variant % 2 == 0)),
      ("b2", .bool(false)), ("l1", .list(of: .string, [.string("a"), .string(s)])),
      ("o1", .object([("a", .string("oa")), ("n", .int(4)), ("l", .list(of: .string, [.string("q")]))])),
      ("m1", .map(of: .string, [("a", .string("ma")), ("k", .string("v"))])),
    ])
  }

  mutating func resolve(_ traversal: ScopeTraversal) -> ScopeResolution {
    guard traversal.rootName == "var", let name = traversal.attributeName(0), let value = values[name] else {
      return .failure(Diagnostic(.error, "undeclared-reference", "There is no \(traversal.rootName)", at: traversal.range))
    }
    let origin = Origin.variable(name)
    if unknown.contains(name) { return .value(.unknown(value.type, .notNull, origin: origin), consumedSteps: 1) }
    return .value(value.withOrigin(origin), consumedSteps: 1)
  }
}
