/// Functions that encode text and bytes. (Terraform language, "Encoding functions".)

import HCLEvaluation
import HCLValues

enum EncodingFunctions {
  static let all = [
    base64decode, base64encode, base64gunzip, base64gzip, textdecodebase64, textencodebase64, urldecode, urlencode,
  ]

  private static let text = FunctionParameter("str", .string)

  static let base64encode = Function(
    "base64encode", "Encodes a string in base64.", [text], example: ("base64encode(\"Hello\")", "\"SGVsbG8=\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    .string(base64Encoded(Array(try arguments.string(0).utf8)))
  }

  static let base64decode = Function(
    "base64decode", "Decodes base64 text, which must stand for UTF-8.", [text],
    example: ("base64decode(\"SGVsbG8=\")", "\"Hello\""),
    returns: .string
  ) { (arguments, _) throws(FunctionError) in
    guard let decoded = String(validating: try base64Argument(arguments), as: UTF8.self) else {
      throw FunctionError("the decoded bytes are not valid UTF-8", argument: 0)
    }
    return .string(decoded)
  }

  static let base64gzip = Function(
    "base64gzip", "Compresses a string with gzip and encodes it in base64.", [text],
    example: ("base64gunzip(base64gzip(\"Hello\"))", "\"Hello\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    .string(base64Encoded(gzipped(Array(try arguments.string(0).utf8))))
  }

  static let base64gunzip = Function(
    "base64gunzip", "Decodes base64 text and decompresses it with gzip.", [text],
    example: ("base64gunzip(base64gzip(\"Hello\"))", "\"Hello\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let bytes = try base64Argument(arguments)
    do throws(GzipFailure) {
      return .string(String(decoding: try gunzipped(bytes, limit: FunctionLimit.stringBytes), as: UTF8.self))
    } catch {
      let reason =
        switch error {
        case .notGzip: "they do not start like gzip"
        case .truncated: "they end too early"
        case .invalid: "their compression is damaged"
        case .wrongChecksum: "the checksum is wrong"
        case .tooLong: "the result would be longer than the limit of \(FunctionLimit.stringBytes) bytes"
        }
      throw FunctionError("the bytes cannot be decompressed: \(reason)", argument: 0)
    }
  }

  static let textencodebase64 = Function(
    "textencodebase64", "Encodes a string in a character encoding, and then in base64.",
    [.init("string", .string), .init("encoding", .string)],
    example: ("textencodebase64(\"Hello\", \"UTF-16LE\")", "\"SABlAGwAbABvAA==\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let encoding = try encodingArgument(arguments)
    guard let bytes = encoding.encode(try arguments.string(0)) else {
      throw FunctionError("the string has characters that \(encoding.name) cannot represent", argument: 0)
    }
    return .string(base64Encoded(bytes))
  }

  static let textdecodebase64 = Function(
    "textdecodebase64", "Decodes base64 text, and then bytes of a character encoding.",
    [.init("source", .string), .init("encoding", .string)],
    example: ("textdecodebase64(\"SABlAGwAbABvAA==\", \"UTF-16LE\")", "\"Hello\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let encoding = try encodingArgument(arguments)
    guard let text = encoding.decode(try base64Argument(arguments)) else {
      throw FunctionError("the bytes are not text in \(encoding.name)", argument: 0)
    }
    return .string(text)
  }

  static let urlencode = Function(
    "urlencode", "Encodes a string for a query string.", [text], example: ("urlencode(\"a b&c\")", "\"a+b%26c\""),
    returns: .string
  ) { (arguments, _) throws(FunctionError) in
    .string(queryEscaped(try arguments.string(0)))
  }

  static let urldecode = Function(
    "urldecode", "Decodes a query string.", [text], example: ("urldecode(\"a+b%26c\")", "\"a b&c\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let (bytes, invalid) = queryUnescaped(try arguments.string(0))
    if let invalid { throw FunctionError("invalid URL escape \(quotedHCL(invalid))", argument: 0) }
    return .string(String(decoding: bytes, as: UTF8.self))
  }

  private static func base64Argument(_ arguments: [Value]) throws(FunctionError) -> [UInt8] {
    let text = try arguments.string(0)
    let (bytes, offset) = base64Decoded(text.utf8)
    guard offset == nil else {
      throw FunctionError("failed to decode base64 data \(quotedHCL(text))", argument: 0)
    }
    return bytes
  }

  private static func encodingArgument(_ arguments: [Value]) throws(FunctionError) -> TextEncoding {
    let name = try arguments.string(1)
    guard let encoding = TextEncoding(name) else {
      throw FunctionError("\(quotedHCL(name)) is not the IANA name of an encoding that is supported", argument: 1)
    }
    return encoding
  }
}
