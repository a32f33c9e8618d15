/// Secrets that the text around them gives away: private keys, connection strings, URLs with a password, signatures, Docker's and Maven's settings.
enum SecretStructures {
  static func match(in bytes: [UInt8]) -> SecretMatch? {
    privateKey(bytes) ?? puttyKey(bytes) ?? connectionString(bytes) ?? signature(bytes) ?? dockerConfiguration(bytes) ?? element(
      bytes)
      ?? urlWithPassword(bytes) ?? awsSecretKey(bytes) ?? npmToken(bytes)
  }

  /// A PEM block of a private key with a body that is not cut short, as in documentation.
  private static func privateKey(_ bytes: [UInt8]) -> SecretMatch? {
    var from = 0
    while let start = SecretDetector.find("PRIVATE KEY", in: bytes, from: from) {
      from = start + 11
      let line = bytes[max(0, start - 40)..<start]
      guard SecretDetector.find("BEGIN", in: Array(line), from: 0) != nil else { continue }
      var body: [UInt8] = []
      var position = from
      if let block = SecretDetector.find(" BLOCK", in: Array(bytes[from..<min(from + 6, bytes.count)]), from: 0) {
        position += block + 6
      }
      while position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == 0x20 { position += 1 }
      let start = position
      while position < bytes.count, body.count < 200 {
        let byte = bytes[position]
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$") { break }
        // Line ends that JSON writes as two characters.
        if byte == UInt8(ascii: "\\"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "n") {
          position += 1
        } else if CharacterClass.base64.contains(byte) {
          body.append(byte)
        }
        position += 1
      }
      if body.count >= 10, body.count >= 40 || Randomness.entropy(body) > 3, !Placeholder.isIllustration(body),
        !Randomness.isWords(body), body.count < 24 || Set(body).count > 12
      {
        return SecretMatch(kind: "private key", range: start..<position)
      }
    }
    return nil
  }

  private static func puttyKey(_ bytes: [UInt8]) -> SecretMatch? {
    guard let start = SecretDetector.find("PuTTY-User-Key-File-", in: bytes, from: 0),
      let end = SecretDetector.find("Encryption:", in: bytes, from: start), end - start < 80
    else { return nil }
    return SecretMatch(kind: "private key", range: start..<(end + 11))
  }

  /// `AccountKey=…;` and its like.
  private static func connectionString(_ bytes: [UInt8]) -> SecretMatch? {
    let parts: [(key: String, minimum: Int, requires: String, kind: String)] = [
      ("AccountKey", 40, "", "Azure storage account key"), ("SharedAccessKey", 40, "", "Azure shared access key"),
      ("Secret", 32, "azconfig.io", "Azure App Configuration key"),
    ]
    for part in parts {
      if !part.requires.isEmpty, SecretDetector.find(part.requires, in: bytes, from: 0) == nil { continue }
      var from = 0
      while let start = find(part.key, caseInsensitively: bytes, from: from) {
        from = start + part.key.utf8.count
        var position = from
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
        position += 1
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
        let value = Array(bytes[position...].prefix { CharacterClass.base64.contains($0) || $0 == UInt8(ascii: "~") })
        if value.count >= part.minimum, !Placeholder.isIllustration(value),
          !Placeholder.isKnown(String(decoding: value, as: UTF8.self))
        {
          return SecretMatch(kind: part.kind, range: position..<(position + value.count))
        }
      }
    }
    return nil
  }

  /// The signature of a shared access signature of Azure.
  private static func signature(_ bytes: [UInt8]) -> SecretMatch? {
    guard SecretDetector.find("sv=", in: bytes, from: 0) != nil else { return nil }
    var from = 0
    while let start = SecretDetector.find("sig=", in: bytes, from: from) {
      from = start + 4
      let value = Array(bytes[from...].prefix { CharacterClass.base64.contains($0) || $0 == UInt8(ascii: "%") })
      if value.count >= 40, !Placeholder.isIllustration(value) {
        return SecretMatch(kind: "shared access signature", range: from..<(from + value.count))
      }
    }
    return nil
  }

  /// `.dockerconfigjson: eyJ…`
  private static func dockerConfiguration(_ bytes: [UInt8]) -> SecretMatch? {
    for key in [".dockerconfigjson", ".dockercfg"] {
      guard let start = SecretDetector.find(key, in: bytes, from: 0) else { continue }
      var position = start + key.utf8.count
      while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D, 0x22, 0x3A, 0x7C, 0x3D].contains(bytes[position]) { position += 1 }
      let value = Array(bytes[position...].prefix { CharacterClass.base64.contains($0) })
      if value.count >= 12, value[0] == UInt8(ascii: "e"), !Placeholder.isIllustration(value) {
        return SecretMatch(kind: "registry credential", range: position..<(position + value.count))
      }
    }
    return nil
  }

  /// `<password>…</password>` of settings in XML.
  private static func element(_ bytes: [UInt8]) -> SecretMatch? {
    for name in ["password", "passphrase", "master"] {
      var from = 0
      while let start = find(name, caseInsensitively: bytes, from: from) {
        from = start + name.utf8.count
        guard before(start, in: bytes) == UInt8(ascii: "<") else { continue }
        var position = from
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else { continue }
        position += 1
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        var value = Array(bytes[position...].prefix { $0 != UInt8(ascii: "<") })
        while let last = value.last, isSpace(last) { value.removeLast() }
        guard value.count >= 6, let close = find(name, caseInsensitively: bytes, from: position + value.count),
          close < position + value.count + 40
        else { continue }
        let text = String(decoding: value, as: UTF8.self)
        if !Placeholder.isLikely(text, value), !Randomness.isWords(value) {
          return SecretMatch(kind: "password", range: position..<(position + value.count))
        }
      }
    }
    return nil
  }

  private static func before(_ position: Int, in bytes: [UInt8]) -> UInt8? {
    var position = position - 1
    while position >= 0, isSpace(bytes[position]) { position -= 1 }
    return position >= 0 ? bytes[position] : nil
  }

  /// `scheme://user:password@host`
  private static func urlWithPassword(_ bytes: [UInt8]) -> SecretMatch? {
    var from = 0
    while let start = SecretDetector.find("://", in: bytes, from: from) {
      from = start + 3
      var colon: Int?
      var position = from
      scan: while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: ":"): colon = colon ?? position
        case UInt8(ascii: "@"):
          guard let colon, colon > from, position - colon > 4 else { break scan }
          let password = Array(bytes[(colon + 1)..<position])
          if isPassword(password) { return SecretMatch(kind: "password in a URL", range: (colon + 1)..<position) }
          break scan
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x20, 0x0A, 0x22, 0x27: break scan
        default: break
        }
        position += 1
      }
    }
    return nil
  }

  /// Forty characters of Base64 behind `aws` and a word for a key.
  private static func awsSecretKey(_ bytes: [UInt8]) -> SecretMatch? {
    var from = 0
    while let start = find("aws", caseInsensitively: bytes, from: from) {
      from = start + 3
      let end = min(start + 3 + 20 + 8 + 24 + 40, bytes.count)
      let name = bytes[from..<min(from + 48, end)]
      guard
        let word = ["key", "pwd", "pw", "password", "pass", "token"].compactMap({
          find($0, caseInsensitively: Array(name), from: 0)
        }).min(), word <= 20
      else { continue }
      var run = from + word
      while run < end {
        let length = bytes[run...].prefix { CharacterClass.base64.contains($0) && $0 != UInt8(ascii: "=") }.count
        let value = Array(bytes[run..<(run + length)])
        if length == 40, !value.allSatisfy({ CharacterClass.hexadecimal.contains($0) }),
          value.contains(where: { CharacterClass.upper.contains($0) }),
          Randomness.isDrawn(value), !Placeholder.isIllustration(value),
          !Placeholder.isKnown(String(decoding: value, as: UTF8.self))
        {
          return SecretMatch(kind: "AWS secret access key", range: run..<(run + length))
        }
        run += max(1, length)
      }
    }
    return nil
  }

  /// `_authToken=…` of npm's settings.
  private static func npmToken(_ bytes: [UInt8]) -> SecretMatch? {
    for key in ["_authToken", "NPM_TOKEN", "NPMTOKEN", "NPM-TOKEN", "NPM TOKEN"] {
      guard let start = find(key, caseInsensitively: bytes, from: 0) else { continue }
      var position = start + key.utf8.count
      while position < bytes.count, !CharacterClass.alphanumeric.contains(bytes[position]), position - start - key.utf8.count < 6
      { position += 1 }
      if let prefix = find("NpmToken.", caseInsensitively: Array(bytes[position...].prefix(9)), from: 0) {
        position += prefix + 9
      }
      let value = Array(bytes[position...].prefix { CharacterClass.alphanumeric.contains($0) || $0 == UInt8(ascii: "-") })
      if value.count >= 34, value.count <= 80, !Placeholder.isIllustration(value),
        Randomness.isDrawn(value) || SecretDetector.isUUID(value)
      {
        return SecretMatch(kind: "npm token", range: position..<(position + value.count))
      }
    }
    return nil
  }

  private static func isPassword(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    if Placeholder.isLikely(text, bytes) || text.contains("$") || text.contains("{") { return false }
    return !bytes.allSatisfy { CharacterClass.lower.contains($0) } || Randomness.isDrawn(bytes)
  }

  /// The first place of a word in text, whose letters may be capitals or not.
  static func find(_ needle: String, caseInsensitively bytes: [UInt8], from start: Int) -> Int? {
    let needle = needle.utf8.map { $0 | 0x20 }
    guard let first = needle.first, bytes.count >= needle.count else { return nil }
    var position = max(0, start)
    while position + needle.count <= bytes.count {
      if bytes[position] | 0x20 == first, zip(bytes[position...], needle).allSatisfy({ $0 | 0x20 == $1 }) { return position }
      position += 1
    }
    return nil
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
