/// RSA private keys in PEM files, and decryption with them. (RFC 8017; RFC 7468; X.690 as far as the keys need it.)

/// Why a key cannot be read, or a message not be decrypted.
struct RSAFailure: Error {
  var message: String
  var concernsKey: Bool
}

/// An RSA private key.
struct RSAPrivateKey {
  private let modulus: BigUnsigned
  private let exponent: BigUnsigned
  private let size: Int

  /// Reads a PEM file with a key of PKCS #1 or PKCS #8.
  init(pem: String) throws(RSAFailure) {
    let lines = pem.split(whereSeparator: \.isNewline)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("-----BEGIN ") }),
      let end = lines[start...].firstIndex(where: { $0.hasPrefix("-----END ") })
    else { throw RSAFailure(message: "failed to parse key: no PEM block was found", concernsKey: true) }
    let label = lines[start]
    guard label.contains("PRIVATE KEY"), !label.contains("ENCRYPTED"), !label.contains(" EC ") else {
      throw RSAFailure(message: "failed to parse key: an RSA private key is required, not encrypted", concernsKey: true)
    }
    let body = lines[(start + 1)..<end].joined()
    let (bytes, error) = base64Decoded(body.utf8.filter { $0 != UInt8(ascii: " ") })
    guard error == nil else {
      throw RSAFailure(message: "failed to parse key: the PEM block is not valid base64", concernsKey: true)
    }
    let numbers = label.contains("OPENSSH") ? try Self.openSSHNumbers(bytes) : try Self.derNumbers(bytes)
    modulus = BigUnsigned(bigEndian: numbers.modulus)
    exponent = BigUnsigned(bigEndian: numbers.exponent)
    size = modulus.bigEndianBytes.count
    guard (32...1_024).contains(size), modulus.isOdd, numbers.exponent.count <= size + 1 else {
      throw RSAFailure(
        message: "failed to parse key: the modulus has a length or a value that is not supported", concernsKey: true)
    }
  }

  /// The numbers of a key of PKCS #1 or PKCS #8.
  private static func derNumbers(_ bytes: [UInt8]) throws(RSAFailure) -> Numbers {
    var reader = DERReader(bytes[...])
    var sequence = DERReader(try reader.read(0x30))
    _ = try sequence.read(0x02)
    if sequence.nextTag == 0x30 {
      // PKCS #8: the algorithm, then the key of PKCS #1 in an octet string.
      _ = try sequence.read(0x30)
      var inner = DERReader(try sequence.read(0x04))
      sequence = DERReader(try inner.read(0x30))
      _ = try sequence.read(0x02)
    }
    let modulus = try sequence.read(0x02)
    _ = try sequence.read(0x02)
    return (modulus, try sequence.read(0x02))
  }

  /// The numbers of a key that OpenSSH wrote, without a passphrase. (OpenSSH, `PROTOCOL.key`.)
  private static func openSSHNumbers(_ bytes: [UInt8]) throws(RSAFailure) -> Numbers {
    let magic = Array("openssh-key-v1\0".utf8)
    guard bytes.starts(with: magic) else {
      throw RSAFailure(message: "failed to parse key: the PEM block is no OpenSSH key", concernsKey: true)
    }
    var reader = SSHReader(bytes[magic.count...])
    guard try reader.readString().elementsEqual("none".utf8) else {
      throw RSAFailure(message: "failed to parse key: a key without a passphrase is required", concernsKey: true)
    }
    // The key derivation and its options, the number of keys, the public key.
    _ = try reader.readString()
    _ = try reader.readString()
    _ = try reader.readNumber()
    _ = try reader.readString()
    var inner = SSHReader(try reader.readString())
    _ = try inner.readNumber()
    _ = try inner.readNumber()
    guard try inner.readString().elementsEqual("ssh-rsa".utf8) else {
      throw RSAFailure(message: "failed to parse key: an RSA key is required", concernsKey: true)
    }
    let modulus = try inner.readString()
    _ = try inner.readString()
    return (modulus, try inner.readString())
  }

  private typealias Numbers = (modulus: ArraySlice<UInt8>, exponent: ArraySlice<UInt8>)

  /// Decrypts with the padding of PKCS #1 version 1.5.
  func decrypt(_ ciphertext: [UInt8]) throws(RSAFailure) -> [UInt8] {
    let failure = RSAFailure(message: "failed to decrypt: the text was not encrypted for this key", concernsKey: false)
    guard ciphertext.count <= size else { throw failure }
    let message = BigUnsigned(bigEndian: ciphertext[...]).power(exponent, modulo: modulus).bigEndianBytes
    // 00 02, at least eight bytes that are not zero, 00, the message; the first zero is lost in the number.
    guard message.count == size - 1, message.first == 2, let end = message.dropFirst().firstIndex(of: 0), end >= 9 else {
      throw failure
    }
    return Array(message[(end + 1)...])
  }
}

/// Reads strings with their length before them.
private struct SSHReader {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  mutating func readNumber() throws(RSAFailure) -> Int {
    guard bytes.count >= 4 else { throw RSAFailure(message: "failed to parse key: it ends too early", concernsKey: true) }
    defer { bytes = bytes.dropFirst(4) }
    return bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func readString() throws(RSAFailure) -> ArraySlice<UInt8> {
    let count = try readNumber()
    guard bytes.count >= count else { throw RSAFailure(message: "failed to parse key: it ends too early", concernsKey: true) }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }
}

/// Reads elements of the distinguished encoding rules.
private struct DERReader {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var nextTag: UInt8? { bytes.first }

  /// The content of the next element, which must have a tag.
  mutating func read(_ tag: UInt8) throws(RSAFailure) -> ArraySlice<UInt8> {
    let failure = RSAFailure(message: "failed to parse key: the PEM block does not hold an RSA private key", concernsKey: true)
    guard bytes.popFirst() == tag, let first = bytes.popFirst() else { throw failure }
    var length = Int(first)
    if first >= 0x80 {
      let count = Int(first & 0x7f)
      guard (1...3).contains(count), bytes.count >= count else { throw failure }
      length = bytes.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      bytes = bytes.dropFirst(count)
    }
    guard bytes.count >= length else { throw failure }
    defer { bytes = bytes.dropFirst(length) }
    return bytes.prefix(length)
  }
}
