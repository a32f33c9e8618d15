/// A number with 512 bits of mantissa.
public struct Number: Hashable, Sendable {
  var text: String
}
