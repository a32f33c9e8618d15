/// Text that stands for a secret without being one: examples, gaps to be filled, and where the secret is to be found.
enum Placeholder {
  private static let words = [
    "example", "changeme", "change_me", "change-me", "changeit", "change-it", "replace", "placeholder", "dummy", "sample", "your",
    "todo", "fixme", "xxxx",
    "****", "....", "insert", "redacted", "test", "fake", "mock", "not-a-", "none", "null", "undefined", "default", "foobar",
    "foo-bar", "lorem", "secret_name",
    "-here", "_here", "goes here", "temporary", "notarealsecret", "not_a_real", "not-real", "not-used", "unused", "invalid",
    "disabled", "optional",
    "required", "random", "generated", "managed", "unknown", "override",
  ]
  /// Ways to say where a secret is kept.
  private static let references = [
    "secretsmanager", "arn:", "vault:", "ssm:", "keyvault", "projects/", "/run/secrets", "secretref:", "file://", "env:", "env.",
    "secrets.",
    "vault.azure.net", "op://", "resolve:", "sops", "valuefrom", "data.", "var.", "local.", "module.",
  ]
  /// Credentials that documentation and emulators print for everyone.
  private static let known = [
    "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9l", "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq",
    "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw", "wJalrXUtnFEMI/K7MDENG",
  ]

  /// Whether a value under a telling name is no secret all the same.
  static func isLikely(_ text: String, _ bytes: [UInt8]) -> Bool {
    if isTemplate(bytes) || isAddress(bytes) { return true }
    let lowered = text.lowercased()
    return words.contains { lowered.contains($0) } || references.contains { lowered.contains($0) }
      || Randomness.isRepetitive(bytes)
      || Randomness.isSequence(bytes) || isKnown(text)
  }

  /// Whether a text of the shape of a credential is one that only shows the shape.
  static func isIllustration(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let upper = text.uppercased()
    if ["EXAMPLE", "XXXX", "PLACEHOLDER", "REDACTED", "CHANGEME", "DUMMY"].contains(where: { upper.contains($0) }) {
      return true
    }
    return Randomness.isRepetitive(bytes) || Randomness.isSequence(bytes)
  }

  static func isKnown(_ text: String) -> Bool { known.contains { text.contains($0) } }

  /// `<…>`, `{{…}}`, `${…}`, `$NAME`, `$(…)`, `%NAME%`, `[…]`, `@Microsoft.KeyVault(…)`.
  private static func isTemplate(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    switch (first, last) {
    case (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "%"), UInt8(ascii: "%")),
      (UInt8(ascii: "{"), UInt8(ascii: "}")), (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "@"), UInt8(ascii: ")")):
      return true
    default: break
    }
    if first == UInt8(ascii: "$") || first == UInt8(ascii: "`") { return true }
    return ["${", "$(", "{{", "%{", "<%", "#{"].contains { SecretDetector.find($0, in: bytes, from: 0) != nil }
  }

  /// An address, or a path.
  private static func isAddress(_ bytes: [UInt8]) -> Bool {
    if SecretDetector.find("://", in: bytes, from: 0) != nil { return true }
    let slashes = bytes.count { $0 == UInt8(ascii: "/") }
    guard slashes > 0, let first = bytes.first else { return false }
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "~") || first == UInt8(ascii: ".") {
      return slashes > 1 || Randomness.isWords(bytes) || bytes.count < 20
    }
    return Randomness.isWords(bytes)
  }
}
