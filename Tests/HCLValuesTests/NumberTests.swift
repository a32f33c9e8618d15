import HCLValues
import Testing

/// Expected texts were computed by the reference implementation.
@Suite struct NumberTests {
  func number(_ text: String) throws -> Number { try #require(Number(decimal: text)) }

  @Test func `decimal text keeps all its digits`() throws {
    for text in [
      "0", "1", "-7", "0.1", "-0.001", "123456789012345678901234567890.123456789", "1" + String(repeating: "0", count: 200),
    ] {
      #expect(try number(text).text == text)
    }
    #expect(try number("007").text == "7")
    #expect(try number("1.50").text == "1.5")
    #expect(try number("1e3").text == "1000")
    #expect(try number("12e-4").text == "0.0012")
    #expect(try number("1p3").text == "8")
    #expect(try number("-0").text == "-0")
    #expect(try number("9223372036854775807").exactInt == .max)
    #expect(try number("-9223372036854775808").exactInt == .min)
    #expect(try number("9223372036854775808").exactInt == nil)
  }

  @Test func `what is no number is refused`() {
    for text in ["", "-", "e5", "1e", "1e+", " 1", "1 ", "0x10", "1_000", "infinity", ".", "1.2.3", "1e999999999999999999999"] {
      #expect(Number(decimal: text) == nil, "\(text)")
    }
  }

  @Test func `arithmetic rounds as 512 bits do`() throws {
    #expect(try (number("0.1") + number("0.2")) == number("0.3"))
    let third = try #require(try number("1") / number("3"))
    #expect(
      third.text
        == "0.33333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333335"
    )
    #expect((Number(1) / Number(3))?.text == "0.33333333333333333334")
    #expect(try (number("5") / number("0"))?.text == "Infinity")
    #expect(try (number("1") / number("-0"))?.text == "-Infinity")
    #expect(try (number("0") / number("0")) == nil)
    #expect(Number.infinity - Number.infinity == nil)
    #expect(try (number("0") * number("-5"))?.text == "-0")
    #expect(try (number("-7")).modulo(number("3"))?.text == "-1")
    #expect(try (number("-5.5")).modulo(number("2"))?.text == "-1.5")
    #expect(try (number("5")).modulo(number("0"))?.text == "5")
    #expect(try number("2").power(100)?.text == "1267650600228229401496703205376")
    #expect(Number(Int.min).modulo(Number(-1)) == Number(0))
  }

  @Test func `doubles go in and out unchanged and print shortest`() throws {
    for value in [0.1, 1e300, -2.5, 3.321928094887362, 1e15, .leastNonzeroMagnitude, .greatestFiniteMagnitude] {
      let number = try #require(Number(value))
      #expect(number.double == value)
      #expect(Double(number.text) == value)
    }
    #expect(Number(0.1)?.text == "0.1")
    #expect(Number(1_152_921_504_606_846_976.0)?.text == "1152921504606847000")
    #expect(Number(Double.nan) == nil)
    #expect(try number("0.1").double == 0.1)
  }

  @Test func `whole parts go the right way`() throws {
    #expect(try number("-1.5").floor().text == "-2")
    #expect(try number("-1.5").ceiling().text == "-1")
    #expect(try number("-1.5").truncated().text == "-1")
    #expect(try number("1.2").ceiling().text == "2")
  }

  @Test func `order and equality go by value`() throws {
    #expect(try number("-0") == number("0"))
    #expect(try number("-0").hashValue == number("0").hashValue)
    #expect(try number("1") == Number(1))
    #expect(try number("0.5") < number("0.6"))
    #expect(try number("-0.5") > number("-0.6"))
    #expect(try number("1e30") > number("99999"))
    #expect(try number("-1e30") < number("-99999"))
    #expect(try number("-1") < number("1e-9"))
    #expect(try number("1e100") < Number.infinity)
    #expect(try number("-1e100") > Number.negativeInfinity)
  }
}
