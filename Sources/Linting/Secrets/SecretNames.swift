/// What the name beside a value says about it.
enum SecretNames {
  /// How much a name says.
  enum Evidence: Comparable {
    case none
    /// It may be a secret: `key`, `auth`.
    case weak
    /// A secret that machines make: `api_token`.
    case secret
    /// A secret that people make up: `db_password`.
    case password
  }

  private static let passwords: Set<String> = [
    "password", "passwords", "passwd", "passphrase", "pwd", "pw", "userpassword", "dbpassword",
  ]
  private static let secrets: Set<String> = [
    "secret", "token", "tokens", "apikey", "apitoken", "accesskey", "secretkey", "privatekey", "credential", "credentials",
    "authkey", "authtoken",
    "clientsecret", "pat", "psk", "seed", "cookie", "salt",
  ]
  /// In front of `key`: what it opens is a secret then.
  private static let keyOwners: Set<String> = [
    "api", "access", "secret", "private", "auth", "account", "master", "signing", "encryption", "client", "service", "shared",
    "storage", "license",
    "licence", "admin", "application", "app", "integration", "ingest", "deploy", "subscription", "session", "hmac", "jwt",
    "platform", "write", "shared",
  ]
  private static let weak: Set<String> = ["key", "auth", "pass", "webhook", "dsn", "sas"]
  /// The last word of names that are about a secret without being one.
  private static let harmless: Set<String> = [
    "arn", "arns", "name", "names", "id", "ids", "path", "paths", "file", "files", "filename", "url", "urls", "uri", "endpoint",
    "enabled", "enable", "length",
    "version", "versions", "type", "types", "ttl", "policy", "policies", "rotation", "expiration", "expiry", "expires", "alias",
    "prefix", "suffix", "username",
    "user", "location", "format", "algorithm", "count", "days", "hours", "minutes", "seconds", "size", "age", "required", "hash",
    "field", "header", "column",
    "attribute", "label", "labels", "provider", "store", "manager", "engine", "mode", "class", "scope", "scopes", "issuer",
    "audience", "spec", "namespace", "role",
    "bucket", "region", "table", "group", "template", "description", "validity", "lifetime", "timeout", "period", "interval",
    "tag", "tags", "status",
    "source", "ref", "reference", "kind", "env", "variable", "var", "pattern", "regex", "permissions", "rules", "filter",
    "characters", "chars", "special",
    "digest", "fingerprint", "thumbprint", "checksum", "ring", "usage", "usages", "spec", "exists", "selector", "method",
    "property", "parameter", "ssm", "vault",
    "keyvault", "secretsmanager", "lookup", "object", "environment", "stage", "date", "time", "host", "hostname", "domain",
    "port", "image", "cidr", "sku",
    "tier", "title", "email", "owner", "purpose", "hint", "question", "generator", "rotator", "function", "handler", "runtime",
    "service", "resource", "subject",
    "schedule", "recovery", "map", "strategy", "state", "flow", "exchange", "review", "limit", "min", "max", "upper", "lower",
    "numeric", "number",
  ]
  /// Words that make a name harmless wherever they stand: the public half of a pair, and tokens that only tell requests apart.
  private static let publicWords: Set<String> = [
    "public", "pub", "publickey", "idempotency", "creation", "continuation", "pagination", "next", "dedup", "deduplication",
    "csrf", "nonce", "placeholder",
    "example", "dummy", "fake", "mock", "publishable", "kms", "sse",
  ]

  static func evidence(_ name: String) -> Evidence { evidence(words: words(name)) }

  /// - Parameter words: of a name, in lower case.
  static func evidence(words: [String]) -> Evidence {
    let words = words.filter { !$0.utf8.allSatisfy { CharacterClass.digits.contains($0) } }
    guard let last = words.last, !harmless.contains(last), !words.contains(where: { publicWords.contains($0) }) else {
      return .none
    }
    if words.contains(where: { passwords.contains($0) || hasEnding($0, passwordEndings) }) {
      // `admin_password_key` says under which key the password is kept.
      return last == "key" || last == "keys" ? .none : .password
    }
    if words.contains(where: { secrets.contains($0) || hasEnding($0, secretEndings) }) {
      return isRequestToken(words) ? .none : .secret
    }
    for position in words.indices.dropFirst() where words[position] == "key" || words[position] == "keys" {
      if keyOwners.contains(words[position - 1]) { return .secret }
    }
    if words.count == 2, words == ["connection", "string"] { return .weak }
    return weak.contains(last) ? last == "pass" && words.count > 1 ? .password : .weak : .none
  }

  /// Words that are written together: `dbpassword`, `githubtoken`.
  private static let passwordEndings = ["password", "passwd", "passphrase", "pwd", "apipass"]
  private static let secretEndings = [
    "token", "secret", "apikey", "accesskey", "secretkey", "privatekey", "authkey", "credentials",
  ]

  private static func hasEnding(_ word: String, _ endings: [String]) -> Bool { endings.contains { word.hasSuffix($0) } }

  /// `client_token` of a request, which only makes it idempotent.
  private static func isRequestToken(_ words: [String]) -> Bool {
    words == ["client", "token"] || words == ["client", "request", "token"]
  }

  static func kind(_ name: String) -> String {
    let words = words(name)
    if words.contains(where: { passwords.contains($0) || $0 == "pass" || hasEnding($0, passwordEndings) }) { return "password" }
    return words.contains { $0.hasSuffix("token") || $0 == "pat" } ? "token" : "secret key"
  }

  /// The words of a name in lower case: between marks, and where a capital follows a small letter.
  static func words(_ name: String) -> [String] {
    var result: [String] = []
    var word: [UInt8] = []
    var previous: UInt8 = 0
    func end() {
      if !word.isEmpty { result.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in name.utf8.prefix(200) {
      let isUpper = CharacterClass.upper.contains(byte)
      if !CharacterClass.alphanumeric.contains(byte) && byte < 0x80 {
        end()
      } else {
        if isUpper, CharacterClass.lower.contains(previous) { end() }
        word.append(isUpper ? byte | 0x20 : byte)
      }
      previous = byte
    }
    end()
    return result
  }
}
