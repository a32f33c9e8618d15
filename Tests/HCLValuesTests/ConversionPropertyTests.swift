import HCLValues
import Testing

/// Numbers that are the same on every machine.
private struct Sequence: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 17 ^ state << 29
  }

  mutating func below(_ limit: Int) -> Int { Int(next() >> 20) % limit }

  mutating func type(_ depth: Int) -> ValueType {
    switch below(depth > 0 ? 10 : 4) {
    case 0: .dynamic
    case 1: .string
    case 2: .number
    case 3: .bool
    case 4: .list(type(depth - 1))
    case 5: .set(type(depth - 1))
    case 6: .map(type(depth - 1))
    case 7: .tuple((0..<below(3)).map { _ in type(depth - 1) })
    default:
      .object(ObjectType((0..<below(3)).map { .init(name: ["a", "b", "c"][$0], type: type(depth - 1), isOptional: below(4) == 0) }))
    }
  }

  mutating func value(_ depth: Int) -> Value {
    switch below(depth > 0 ? 12 : 7) {
    case 0: .null(.dynamic)
    case 1: .string(["", "1", "true", "é", "0.50"][below(5)])
    case 2: .int(below(5) - 2)
    case 3: .bool(below(2) == 0)
    case 4: .unknown([.string, .dynamic, .list(.string)][below(3)], below(2) == 0 ? .none : .notNull)
    case 5: .null([.string, .number, .map(.bool)][below(3)])
    case 6: Value.string("s").withMarks(.sensitive)
    case 7, 8: .tuple((0..<below(4)).map { _ in value(depth - 1) })
    case 9: .map(of: .string, (0..<below(3)).map { (["a", "b", "c"][$0], .string("\($0)")) })
    case 10: .set(of: .string, (0..<below(3)).map { .string("\($0)") })
    default: .object((0..<below(4)).map { (["a", "b", "c", "d"][$0], value(depth - 1)) })
    }
  }
}

@Test func `a value that was converted to a type stays as it is`() {
  var random = Sequence(state: 7)
  var converted = 0
  for _ in 0..<20_000 {
    let value = random.value(3)
    let type = random.type(3)
    guard let once = try? value.converted(to: type) else { continue }
    converted += 1
    let twice = try? once.converted(to: type)
    #expect(twice?.isIdentical(to: once) == true, "\(value) to \(type)")
    #expect((try? once.converted(to: once.type))?.isIdentical(to: once) == true, "\(value) to \(type)")
    #expect(once.type.conforms(to: type.withoutOptionalAttributes), "\(value) to \(type)")
    #expect(once.deepMarks == value.deepMarks || value.type != once.type, "\(value) to \(type)")
  }
  print("conversions: \(converted) of 20000 pairs convert")
  #expect(converted >= 2_000)
}
