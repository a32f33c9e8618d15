/// Powers and logarithms of 64-bit floats, to the last bit as the reference computes them: a count of subnets hangs on it.

import Glibc

/// A power as Go computes it, to the last bit for whole exponents: by squaring, exponents of two apart. Other libraries round
/// differently in the last place.
func referencePower(_ base: Double, _ exponent: Double) -> Double {
  let whole = exponent.magnitude.rounded(.towardZero)
  guard base.isFinite, base != 0, exponent.isFinite, exponent.magnitude == whole, whole < 1e15 else {
    return Glibc.pow(base, exponent)
  }
  var result = 1.0
  var resultExponent = 0
  // The base as a number from 0.5 up to 1, and a power of two.
  var factor = (base < 0 ? -base.significand : base.significand) / 2
  var factorExponent = Int(base.exponent) + 1
  var bits = Int(whole)
  while bits != 0 {
    guard factorExponent.magnitude <= 4_096 else {
      resultExponent += factorExponent
      break
    }
    if bits & 1 == 1 {
      result *= factor
      resultExponent += factorExponent
    }
    factor *= factor
    factorExponent *= 2
    if factor < 0.5 {
      factor += factor
      factorExponent -= 1
    }
    bits >>= 1
  }
  if exponent < 0 { (result, resultExponent) = (1 / result, -resultExponent) }
  return Glibc.scalbn(result, Int32(resultExponent))
}

/// The natural logarithm by the method of Sun's fdlibm (`e_log.c`), which Go follows; other libraries round differently in the last place.
func referenceLogarithm(_ number: Double) -> Double {
  guard number > 0, number.isFinite else { return Glibc.log(number) }
  // The number as a power of two and a factor from √½ to √2.
  var factor = number.significand / 2
  var exponent = Double(number.exponent) + 1
  if factor < 0.5.squareRoot() {
    factor *= 2
    exponent -= 1
  }
  let f = factor - 1
  let s = f / (2 + f)
  let s2 = s * s
  let s4 = s2 * s2
  let odd =
    s2
    * (6.666666666666735130e-01 + s4
      * (2.857142874366239149e-01 + s4 * (1.818357216161805012e-01 + s4 * 1.479819860511658591e-01)))
  let even = s4 * (3.999999999940941908e-01 + s4 * (2.222219843214978396e-01 + s4 * 1.531383769920937332e-01))
  let halfSquare = 0.5 * f * f
  // The logarithm of two in two parts, so that nothing of it is lost.
  let ln2High = 6.93147180369123816490e-01
  let ln2Low = 1.90821492927058770002e-10
  return exponent * ln2High - ((halfSquare - (s * (halfSquare + (odd + even)) + exponent * ln2Low)) - f)
}
