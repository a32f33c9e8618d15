/// The encoding of query strings: a space is `+`, everything but letters, digits and `-_.~` is `%XX`.

/// Text as it may stand in a query string.
func queryEscaped(_ text: String) -> String {
  let hexadecimal = Array("0123456789ABCDEF".utf8)
  var output: [UInt8] = []
  for byte in text.utf8 {
    switch UnicodeScalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "~": output.append(byte)
    case " ": output.append(UInt8(ascii: "+"))
    default: output += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
    }
  }
  return String(decoding: output, as: UTF8.self)
}

/// The bytes that a query string stands for, or the escape sequence that stands for none.
func queryUnescaped(_ text: String) -> (bytes: [UInt8], invalidEscape: String?) {
  let bytes = Array(text.utf8)
  var output: [UInt8] = []
  var position = 0
  while position < bytes.count {
    switch UnicodeScalar(bytes[position]) {
    case "+": output.append(UInt8(ascii: " "))
    case "%":
      let escape = bytes[position...].prefix(3)
      guard escape.count == 3, let value = UInt8(String(decoding: escape.dropFirst(), as: UTF8.self), radix: 16),
        escape[position + 1] != UInt8(ascii: "+")
      else { return (output, String(decoding: escape, as: UTF8.self)) }
      output.append(value)
      position += 2
    default: output.append(bytes[position])
    }
    position += 1
  }
  return (output, nil)
}
