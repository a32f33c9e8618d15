/// Digests, identifiers and decryption. (Terraform language, "Hash and crypto functions".)

import HCLEvaluation
import HCLValues

enum HashFunctions {
  static let all = [
    base64sha256, base64sha512, bcrypt, md5, rsadecrypt, sha1, sha256, sha512, uuid, uuidv5, filebase64sha256, filebase64sha512,
    filemd5, filesha1, filesha256, filesha512,
  ]

  static let md5 = digest("md5", "the MD5 digest", md5Digest, hexadecimal, "8b1a9953c4611296a827abf8c47804d7")
  static let sha1 = digest("sha1", "the SHA-1 digest", sha1Digest, hexadecimal, "f7ff9e8b7bb2e09b70935a5d785e0cc5d9d0abf0")
  static let sha256 = digest("sha256", "the SHA-256 digest", sha256Digest, hexadecimal, "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969")
  static let sha512 = digest("sha512", "the SHA-512 digest", sha512Digest, hexadecimal, "3615f80c9d293ed7")
  static let base64sha256 = digest("base64sha256", "the SHA-256 digest in base64", sha256Digest, base64Encoded, "GF+NsyJx/iX1Yab8k4suJkMG7DBO2lGAB9F2SCY4GWk=")
  static let base64sha512 = digest("base64sha512", "the SHA-512 digest in base64", sha512Digest, base64Encoded, "NhX4DJ0pPtdAJof5")

  static let filemd5 = fileDigest("filemd5", "the MD5 digest", md5Digest, hexadecimal, "8b1a9953c4611296a827abf8c47804d7")
  static let filesha1 = fileDigest("filesha1", "the SHA-1 digest", sha1Digest, hexadecimal, "f7ff9e8b7bb2e09b70935a5d785e0cc5d9d0abf0")
  static let filesha256 = fileDigest("filesha256", "the SHA-256 digest", sha256Digest, hexadecimal, "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969")
  static let filesha512 = fileDigest("filesha512", "the SHA-512 digest", sha512Digest, hexadecimal, "3615f80c9d293ed7")
  static let filebase64sha256 = fileDigest("filebase64sha256", "the SHA-256 digest in base64", sha256Digest, base64Encoded, "GF+NsyJx/iX1Yab8k4suJkMG7DBO2lGAB9F2SCY4GWk=")
  static let filebase64sha512 = fileDigest("filebase64sha512", "the SHA-512 digest in base64", sha512Digest, base64Encoded, "NhX4DJ0pPtdAJof5")

  static let bcrypt = Function(
    "bcrypt", "Hashes a string with a random salt; not known before the run.", [.init("str", .string)],
    variadic: .init("cost", .number), isImpure: true, returns: .string
  ) { (arguments, _) throws(FunctionError) in
    guard arguments.count <= 2 else { throw FunctionError("only one cost can be given", argument: 2) }
    if arguments.count == 2 {
      let cost = try arguments.integer(1)
      guard cost <= 31 else { throw FunctionError("the cost must not be greater than 31", argument: 1) }
    }
    guard try arguments.string(0).utf8.count <= 72 else {
      throw FunctionError("the string must not be longer than 72 bytes", argument: 0)
    }
    return .unknown(.string)
  }

  static let uuid = Function(
    "uuid", "Makes a random identifier; not known before the run.", [], isImpure: true, returns: .string
  ) { (_, _) throws(FunctionError) in .unknown(.string) }

  static let uuidv5 = Function(
    "uuidv5", "Makes an identifier from a namespace and a name. (RFC 4122, section 4.3.)",
    [.init("namespace", .string), .init("name", .string)],
    example: ("uuidv5(\"dns\", \"www.terraform.io\")", "\"a5008fae-b28c-5ba5-96cd-82b4c53552d6\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let namespace = try arguments.string(0)
    guard let bytes = namespaceBytes(namespace) else {
      throw FunctionError("\(quotedHCL(namespace)) is neither dns, url, oid, x500 nor a UUID", argument: 0)
    }
    var digest = Array(sha1Digest(bytes + Array(try arguments.string(1).utf8)).prefix(16))
    digest[6] = digest[6] & 0x0f | 0x50
    digest[8] = digest[8] & 0x3f | 0x80
    let text = Array(hexadecimal(digest).utf8)
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: text[$0], as: UTF8.self) }
    return .string(parts.joined(separator: "-"))
  }

  static let rsadecrypt = Function(
    "rsadecrypt", "Decrypts base64 text that was encrypted with an RSA key. (RFC 8017, RSAES-PKCS1-v1_5.)",
    [.init("ciphertext", .string), .init("privatekey", .string)],
    example: ("rsadecrypt(filebase64(\"secret.bin\"), file(\"key.pem\"))", "\"secret\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let (ciphertext, error) = base64Decoded(try arguments.string(0).utf8)
    guard error == nil else {
      throw FunctionError("the text is not valid base64", argument: 0)
    }
    let pem = try arguments.string(1)
    do throws(RSAFailure) {
      let message = try RSAPrivateKey(pem: pem).decrypt(ciphertext)
      return .string(String(decoding: message, as: UTF8.self))
    } catch {
      throw FunctionError(error.message, argument: error.concernsKey ? 1 : 0)
    }
  }

  private static func digest(
    _ name: String, _ what: String, _ hash: @escaping @Sendable ([UInt8]) -> [UInt8],
    _ encode: @escaping @Sendable ([UInt8]) -> String, _ example: String
  ) -> Function {
    Function(
      name, "Gives \(what) of a string.", [.init("str", .string)],
      example: ("substr(\(name)(\"Hello\"), 0, \(example.count))", "\"\(example)\""), returns: .string
    ) {
      (arguments, _) throws(FunctionError) in
      .string(encode(hash(Array(try arguments.string(0).utf8))))
    }
  }

  private static func fileDigest(
    _ name: String, _ what: String, _ hash: @escaping @Sendable ([UInt8]) -> [UInt8],
    _ encode: @escaping @Sendable ([UInt8]) -> String, _ example: String
  ) -> Function {
    Function(
      name, "Gives \(what) of a file's content.", [FilesystemFunctions.path],
      example: ("substr(\(name)(\"hello.txt\"), 0, \(example.count))", "\"\(example)\""), returns: .string
    ) {
      (arguments, context) throws(FunctionError) in
      try FilesystemFunctions.withContent(arguments, context) { bytes in .string(encode(hash(bytes))) }
    }
  }

  private static func namespaceBytes(_ namespace: String) -> [UInt8]? {
    switch namespace {
    case "dns": return namespaceBytes("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
    case "url": return namespaceBytes("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
    case "oid": return namespaceBytes("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
    case "x500": return namespaceBytes("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
    default: break
    }
    let characters = Array(namespace.utf8)
    let dash = UInt8(ascii: "-")
    guard characters.count == 36, [8, 13, 18, 23].allSatisfy({ characters[$0] == dash }) else { return nil }
    let digits = characters.filter { $0 != dash }
    guard digits.count == 32 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 32, by: 2) {
      let pair = digits[index..<index + 2]
      guard !pair.contains(UInt8(ascii: "+")), let byte = UInt8(String(decoding: pair, as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(byte)
    }
    return bytes
  }
}
