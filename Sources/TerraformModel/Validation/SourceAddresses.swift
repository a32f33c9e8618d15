/// Source addresses of providers and modules. (Terraform language, "Provider Requirements", "Module Sources".)

/// What a module's `source` leads to.
enum ModuleSource: Equatable {
  case local
  case registry
  /// A repository, an archive, a bucket: anything that is fetched by its own rules.
  case remote
  case invalid(String)

  /// - Parameter hasVersion: with a version the source must be in a registry.
  init(_ text: String, hasVersion: Bool) {
    if text.hasPrefix("./") || text.hasPrefix("../") || text == "." || text == ".." || text.hasPrefix(".\\") || text.hasPrefix("..\\") {
      self = hasVersion ? .invalid("A local module has no version: “version” belongs to modules from a registry.") : .local
      return
    }
    if Self.isRegistry(text) {
      self = .registry
    } else if hasVersion {
      self = .invalid("With “version” the source must be a registry address of the form NAMESPACE/NAME/SYSTEM, or HOST/NAMESPACE/NAME/SYSTEM.")
    } else if text.isEmpty {
      self = .invalid("The source is empty.")
    } else {
      self = .remote
    }
  }

  /// Whether it has the form of a path or of a registry's address.
  static func isLocalOrRegistry(_ text: String) -> Bool { text.hasPrefix("./") || text.hasPrefix("../") || isRegistry(text) }

  private static func isRegistry(_ text: String) -> Bool {
    let address = text.components(before: "//")
    var parts = address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 4 {
      guard isHost(parts[0]), parts[0] != "github.com", parts[0] != "bitbucket.org" else { return false }
      parts.removeFirst()
    }
    guard parts.count == 3 else { return false }
    return isName(parts[0], allowsUnderscore: true) && isName(parts[1], allowsUnderscore: true)
      && !parts[2].isEmpty && parts[2].utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
  }

  private static func isName(_ text: String, allowsUnderscore: Bool) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, isAlphanumeric(first), isAlphanumeric(last) else { return false }
    return text.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || (allowsUnderscore && $0 == 0x5F) }
  }

  /// A host name has a dot or a port, or is `localhost`.
  private static func isHost(_ text: String) -> Bool {
    let name = text.prefix { $0 != ":" }
    guard name.contains(".") || name == "localhost" || name.count < text.count else { return false }
    return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      guard let first = label.unicodeScalars.first, let last = label.unicodeScalars.last else { return false }
      return first != "-" && last != "-" && label.unicodeScalars.allSatisfy { !$0.isASCII || isAlphanumeric(UInt8($0.value)) || $0 == "-" }
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension String {
  /// What stands in front of the first `separator`.
  fileprivate func components(before separator: String) -> String {
    let wanted = Array(separator.utf8)
    let bytes = Array(utf8)
    guard bytes.count >= wanted.count else { return self }
    for start in 0...(bytes.count - wanted.count) where Array(bytes[start..<start + wanted.count]) == wanted {
      return String(decoding: bytes[..<start], as: UTF8.self)
    }
    return self
  }
}

/// A provider's source address: host, namespace and type.
struct ProviderSource: Hashable {
  var host: String
  var namespace: String
  var type: String

  static let publicHosts: Set<String> = ["registry.terraform.io", "registry.opentofu.org"]

  /// Reads an address with one to three parts, which are lower-cased; nil when it is malformed.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { $0.lowercased() }
    guard (1...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }), let type = parts.last, Self.isName(type) else { return nil }
    self.type = type
    namespace = parts.count > 1 ? parts[parts.count - 2] : "hashicorp"
    host = parts.count > 2 ? parts[0] : "registry.terraform.io"
    guard Self.isName(namespace) || namespace == "builtin" || namespace == "-" else { return nil }
    if Self.publicHosts.contains(host) { host = "registry.terraform.io" }
  }

  private static func isName(_ text: String) -> Bool {
    guard text.first != "-", text.last != "-", text.first != "_", text.last != "_" else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      !scalar.isASCII || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_"
    }
  }

  /// As people write it.
  var text: String { host == "registry.terraform.io" ? "\(namespace)/\(type)" : "\(host)/\(namespace)/\(type)" }
}

/// Whether a name may be a local name of a provider: lower-case letters, digits and dashes, with letters or digits at both ends.
func isProviderLocalName(_ name: String) -> Bool {
  guard name.first != "-", name.last != "-", !name.isEmpty, !name.contains("--") else { return false }
  return name.unicodeScalars.allSatisfy { scalar in
    !scalar.isASCII || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
  }
}
